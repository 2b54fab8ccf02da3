/** What this API is, for programs; people read /docs/api. */

import { apiDocument } from '@/app/_server/api/document'
import { env } from '@/app/_server/env'

export const dynamic = 'force-dynamic'

export const GET = (): Response =>
  Response.json(apiDocument(env().appUrl), { headers: { 'Access-Control-Allow-Origin': '*' } })
