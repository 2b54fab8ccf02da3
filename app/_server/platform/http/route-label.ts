/** Labels of routes for metrics and logs: the templates of this build, never a part of the requested path. */

const UNMATCHED = 'unmatched'
const STATIC = /^\/(?:_next|favicon|icon|apple-icon|opengraph-image|robots|manifest)/
const PARAMETER = /^\[/
const CATCH_ALL = /^\[\[?\.\.\./

/** The decoded segment, or null when it cannot be decoded. */
const decoded = (segment: string): string | null => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

const splitPath = (path: string): string[] => path.split('/').filter(Boolean)

const matches = (template: readonly string[], path: readonly (string | null)[]): boolean => {
  const isCatchAll = CATCH_ALL.test(template.at(-1) ?? '')
  if (isCatchAll ? path.length < template.length - 1 : path.length !== template.length) return false
  return template.every((part, at) => PARAMETER.test(part) || part === path[at])
}

/** Static segments rank before parameters, as in Next.js. */
const toRank = (template: readonly string[]): string =>
  template.map((part) => (CATCH_ALL.test(part) ? '2' : PARAMETER.test(part) ? '1' : '0')).join('')

/**
 * Labels a path by the template of its route. Files are `static` and paths without a route `unmatched`, so that the
 * number of labels is bounded by the number of routes.
 */
export const createRouteLabels = (templates: readonly string[]): ((pathname: string) => string) => {
  const routes = templates
    .map((name) => ({ name, parts: splitPath(name) }))
    .sort((a, b) => (toRank(a.parts) < toRank(b.parts) ? -1 : 1))
  return (pathname) => {
    if (STATIC.test(pathname)) return 'static'
    const path = splitPath(pathname).map(decoded)
    return routes.find(({ parts }) => matches(parts, path))?.name ?? UNMATCHED
  }
}
