/** The methods that each address takes, so that every other one is refused in one place. */

import {
  createApiMethods,
  isApiPath,
  type Methods,
  READ_METHODS,
  UNKNOWN_API_METHODS,
} from '../../../../temporal/contract/api-methods'
import { isPublicFile } from './robots'
import { createRouteLabels } from './route-label'

/** Pages take their forms, too. */
const PAGE_METHODS: Methods = [...READ_METHODS, 'POST']

const API_METHODS = createApiMethods()
const toTemplate = createRouteLabels([...API_METHODS.keys()])

/** The methods that the address takes, in alphabetical order, as the header `Allow` names them. */
export const getAllowedMethods = (pathname: string): Methods => {
  if (isApiPath(pathname)) return API_METHODS.get(toTemplate(pathname)) ?? UNKNOWN_API_METHODS
  return isPublicFile(pathname) ? READ_METHODS : PAGE_METHODS
}

/**
 * Next.js cannot represent a request with the method TRACE, which `fetch` forbids, and answers it with a 500. Under
 * another name it gets as far as the proxy, which refuses it like every unknown method.
 */
export const nameForNext = (method: string): string => (method === 'TRACE' ? 'X-TRACE' : method)
