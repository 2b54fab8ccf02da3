/** Routes as counters and logs name them: the templates that this build answers, and never a part of what was asked. */

const UNMATCHED = 'unmatched'
const STATIC = /^\/(?:_next|favicon|icon|apple-icon|opengraph-image|robots|manifest)/
const PARAMETER = /^\[/
const REST = /^\[\[?\.\.\./

/** A segment as its route gets it, or null for one that cannot be decoded. */
const decoded = (segment: string): string | null => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

const splitPath = (path: string): string[] => path.split('/').filter(Boolean)

const matches = (template: readonly string[], path: readonly (string | null)[]): boolean => {
  const hasRest = REST.test(template.at(-1) ?? '')
  if (hasRest ? path.length < template.length - 1 : path.length !== template.length) return false
  return template.every((part, at) => PARAMETER.test(part) || part === path[at])
}

/** Words go before parameters, as Next decides. */
const toRank = (template: readonly string[]): string =>
  template.map((part) => (REST.test(part) ? '2' : PARAMETER.test(part) ? '1' : '0')).join('')

/**
 * Names a path by the template that answers it, whatever spelling was used. Files are `static`, and what no route
 * answers is `unmatched`, so there are no more labels than routes.
 */
export const createRouteLabels = (templates: readonly string[]): ((pathname: string) => string) => {
  const known = templates
    .map((name) => ({ name, parts: splitPath(name) }))
    .sort((a, b) => (toRank(a.parts) < toRank(b.parts) ? -1 : 1))
  return (pathname) => {
    if (STATIC.test(pathname)) return 'static'
    const path = splitPath(pathname).map(decoded)
    return known.find(({ parts }) => matches(parts, path))?.name ?? UNMATCHED
  }
}
