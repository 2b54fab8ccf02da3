/** Origin check of requests that carry cookies. */

const LOOPBACK_ALIAS: Record<string, string> = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** True for methods that may change state. */
export const isMutation = (method: string): boolean => !SAFE_METHODS.has(method)

/** The origins of our own pages: the one of APP_URL and, for a loopback address, its alias. */
export const ownOrigins = (appUrl: string): string[] => {
  const url = new URL(appUrl)
  const alias = LOOPBACK_ALIAS[url.hostname]
  if (alias === undefined) return [url.origin]
  const other = new URL(url)
  other.hostname = alias
  return [url.origin, other.origin]
}

/** Verdict on the Origin header; `null` counts as foreign. */
export type OriginVerdict = 'own' | 'foreign' | 'missing'

/** Compares the Origin of a request with the one of `appUrl`. */
export const classifyOrigin = (headers: Headers, appUrl: string): OriginVerdict => {
  const origin = headers.get('origin')
  if (origin === null) return 'missing'
  return ownOrigins(appUrl).includes(origin) ? 'own' : 'foreign'
}

/** True for a credential that no browser adds by itself; Origin is not checked then. */
export const hasAuthorization = (headers: Headers): boolean => headers.has('authorization')
