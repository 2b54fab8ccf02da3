/** Which responses search engines may index: a short list, so that a new route is private until it is named here. */

import * as paths from '@/temporal/contract/paths'

/** Value of `X-Robots-Tag` on every other response. */
export const PRIVATE_ROBOTS = 'noindex, nofollow, noarchive'

/** Pages that anybody may find. */
const INDEXABLE: readonly string[] = [paths.home(), paths.order(), paths.apiReference()]
/** Files of `public/`. */
const PUBLIC_FILE = /^\/(?!api\/)[^?]*\.(?:ico|png|svg|webp|woff2|txt|webmanifest)$/

/** True for a file of `public/`, which may also be cached. */
export const isPublicFile = (pathname: string): boolean => PUBLIC_FILE.test(pathname)

/** False also for a public page with a query, which may name an order to place again. */
export const isIndexable = ({ pathname, search }: { pathname: string; search: string }): boolean =>
  isPublicFile(pathname) || (INDEXABLE.includes(pathname) && search === '')
