/** @typedef {import('./module-graph.mjs').Graph} Graph */

/**
 * Circles of imports, each told once. Types count too: a circle of them still ties files to one another.
 * @param {Graph} graph
 * @returns {string[][]}
 */
export const findCycles = (graph) => {
  /** @type {string[][]} */
  const cycles = []
  /** @type {Set<string>} */
  const done = new Set()
  /** @param {string} file @param {string[]} way */
  const visit = (file, way) => {
    const at = way.indexOf(file)
    if (at >= 0) cycles.push([...way.slice(at), file])
    if (at >= 0 || done.has(file)) return
    for (const { to } of graph.get(file)?.imports ?? []) if (graph.has(to)) visit(to, [...way, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return cycles
}
