/** Which pages may make a browser send its cookies here. */

const LOOPBACK_ALIAS: Record<string, string> = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** True for a request that may change something. */
export const isMutation = (method: string): boolean => !SAFE_METHODS.has(method)

/** The origins of our own pages: that of APP_URL and, on this machine, the other name of it. */
export const ownOrigins = (appUrl: string): string[] => {
  const url = new URL(appUrl)
  const twin = LOOPBACK_ALIAS[url.hostname]
  if (twin === undefined) return [url.origin]
  const other = new URL(url)
  other.hostname = twin
  return [url.origin, other.origin]
}

/** What the Origin header says: ours, another's (a null one too), or nothing. */
export type OriginVerdict = 'own' | 'foreign' | 'missing'

/** Judges the Origin of a request against the pages of `appUrl`. */
export const classifyOrigin = (headers: Headers, appUrl: string): OriginVerdict => {
  const origin = headers.get('origin')
  if (origin === null) return 'missing'
  return ownOrigins(appUrl).includes(origin) ? 'own' : 'foreign'
}

/** True when the caller shows a credential that no browser adds by itself; Origin is then not asked. */
export const hasAuthorization = (headers: Headers): boolean => headers.has('authorization')
