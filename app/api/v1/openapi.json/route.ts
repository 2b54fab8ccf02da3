/** The OpenAPI document of this API; `/docs/api` is the same for people. */

import { getOpenApiDocument } from '@/app/_server/api/openapi-document'
import { env } from '@/app/_server/platform/env'

export const dynamic = 'force-dynamic'

export const GET = (): Response =>
  Response.json(getOpenApiDocument(env().appUrl), { headers: { 'Access-Control-Allow-Origin': '*' } })
