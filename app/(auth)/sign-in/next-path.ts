/** The target after sign-in from the URL: a path of this site, or null. */

const MAX_LENGTH = 2_000
const BASE = 'http://same.invalid'

/** Returns path and query; null for anything that a browser could resolve to another site. */
export const nextPath = (value: unknown): string | null => {
  if (typeof value !== 'string' || value.length > MAX_LENGTH || !value.startsWith('/')) return null
  if (!URL.canParse(value, BASE)) return null
  const url = new URL(value, BASE)
  return url.origin === BASE && !url.pathname.startsWith('//') ? url.pathname + url.search : null
}
