/** Routes as counters and logs name them: templates, of which there are few, never paths, of which there is no end. */

const MAX_LABELS = 200
const UNMATCHED = 'unmatched'

/** The template behind a path, from the parameters that its route found in it. */
export const templateOf = (pathname: string, params: Record<string, string>): string => {
  const names = new Map(
    Object.entries(params).flatMap(([name, value]) => [
      [value, `[${name}]`],
      [encodeURIComponent(value), `[${name}]`],
    ]),
  )
  return pathname
    .split('/')
    .map((segment) => names.get(segment) ?? segment)
    .join('/')
}

/** Words of our own addresses; whatever else stands in a path is somebody's id, token or guess. */
const WORD = /^[a-z]{1,16}(?:-[a-z]{1,16})*$/
const STATIC = /^\/(?:_next|favicon|icon|apple-icon|opengraph-image|robots|manifest)/

const guessed = (pathname: string): string => {
  if (STATIC.test(pathname)) return 'static'
  const segments = pathname.split('/').filter(Boolean)
  return `/${segments.map((segment) => (WORD.test(segment) ? segment : '[id]')).join('/')}`
}

/**
 * Labels of requests that name no template themselves, which are pages and files. A path that was refused says nothing
 * of our routes; and there are never more than 200 labels, whatever is asked for.
 */
export const createRouteLabels = () => {
  const known = new Set<string>()
  return (pathname: string, status: number): string => {
    if (status >= 400 && status < 500) return UNMATCHED
    const label = guessed(pathname)
    if (!known.has(label) && known.size >= MAX_LABELS) return UNMATCHED
    known.add(label)
    return label
  }
}
