/** The HTTP methods of the addresses under `/api`. Only the proxy loads it. */

import { ENDPOINT_IDS, getRoute } from './api-routes'

export type Methods = readonly string[]

export const READ_METHODS: Methods = ['GET', 'HEAD', 'OPTIONS']
const WRITE_METHODS: Methods = ['OPTIONS', 'POST']
/** An unknown address is a 404, whatever is asked of it. */
export const UNKNOWN_API_METHODS: Methods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']

/** Routes that are no endpoints. */
const OTHER_ROUTES: Record<string, Methods> = {
  '/api/auth/sign-in/email': WRITE_METHODS,
  '/api/auth/sign-out': WRITE_METHODS,
  '/api/health': READ_METHODS,
  '/api/metrics': READ_METHODS,
  '/api/ready': READ_METHODS,
  '/api/v1/openapi.json': READ_METHODS,
}

/** True for every address of the API, known or not. */
export const isApiPath = (pathname: string): boolean => /^\/api(?:\/|$)/.test(pathname)

/** The methods of each known address, by its template such as `/api/v1/cases/[caseId]`; in alphabetical order. */
export const createApiMethods = (): Map<string, Methods> => {
  const table = new Map(Object.entries(OTHER_ROUTES))
  for (const { method, path } of ENDPOINT_IDS.map(getRoute)) {
    const template = path.replace(/\{(\w+)\}/g, '[$1]')
    const methods = new Set([
      ...(table.get(template) ?? []),
      ...(method === 'get' ? READ_METHODS : WRITE_METHODS),
    ])
    table.set(template, [...methods].sort())
  }
  return table
}
