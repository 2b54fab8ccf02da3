/** The methods that each address takes, so that every other one is refused in one place. */

import { ENDPOINT_IDS, getRoute } from '../../../../temporal/contract/api-routes'
import { isPublicFile } from './robots'
import { createRouteLabels } from './route-label'

const READ = ['GET', 'HEAD', 'OPTIONS'] as const
const WRITE = ['OPTIONS', 'POST'] as const
/** Pages take their forms, too. */
const PAGE = [...READ, 'POST'] as const
/** An unknown address of the API is a 404, whatever is asked of it. */
const UNKNOWN = ['DELETE', ...READ, 'PATCH', 'POST', 'PUT'] as const

type Methods = readonly string[]

/** Routes under `/api` that are no endpoints. */
const OTHER_ROUTES: Record<string, Methods> = {
  '/api/auth/sign-in/email': WRITE,
  '/api/auth/sign-out': WRITE,
  '/api/health': READ,
  '/api/metrics': READ,
  '/api/ready': READ,
  '/api/v1/openapi.json': READ,
}

const toMethods = (): Map<string, Methods> => {
  const table = new Map(Object.entries(OTHER_ROUTES))
  for (const { method, path } of ENDPOINT_IDS.map(getRoute)) {
    const template = path.replace(/\{(\w+)\}/g, '[$1]')
    const methods = new Set([...(table.get(template) ?? []), ...(method === 'get' ? READ : WRITE)])
    table.set(template, [...methods].sort())
  }
  return table
}

const METHODS = toMethods()
const toTemplate = createRouteLabels([...METHODS.keys()])

/** The methods that the address takes, in alphabetical order, as the header `Allow` names them. */
export const getAllowedMethods = (pathname: string): Methods => {
  if (pathname === '/api' || pathname.startsWith('/api/')) return METHODS.get(toTemplate(pathname)) ?? UNKNOWN
  return isPublicFile(pathname) ? READ : PAGE
}

/**
 * Next.js cannot represent a request with the method TRACE, which `fetch` forbids, and answers it with a 500. Under
 * another name it gets as far as the proxy, which refuses it like every unknown method.
 */
export const nameForNext = (method: string): string => (method === 'TRACE' ? 'X-TRACE' : method)
