import { isSchemaType } from './layers.mjs'

/** @typedef {import('./module-graph.mjs').Graph} Graph */

/**
 * Finds each cycle of imports once. Type imports count too, because such files still depend on one another; the
 * exception are types that the contract takes from its schemas.
 * @param {Graph} graph
 * @returns {string[][]}
 */
export const findCycles = (graph) => {
  /** @type {string[][]} */
  const cycles = []
  /** @type {Set<string>} */
  const done = new Set()
  /** @param {string} file @param {string[]} path */
  const visit = (file, path) => {
    const at = path.indexOf(file)
    if (at >= 0) cycles.push([...path.slice(at), file])
    if (at >= 0 || done.has(file)) return
    for (const edge of graph.get(file)?.imports ?? [])
      if (graph.has(edge.to) && !isSchemaType(edge)) visit(edge.to, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return cycles
}
