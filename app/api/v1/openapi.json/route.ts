/** What this API is, for programs; people read /docs/api. */

import { getOpenApiDocument } from '@/app/_server/api/openapi-document'
import { env } from '@/app/_server/platform/env'

export const dynamic = 'force-dynamic'

export const GET = (): Response =>
  Response.json(getOpenApiDocument(env().appUrl), { headers: { 'Access-Control-Allow-Origin': '*' } })
