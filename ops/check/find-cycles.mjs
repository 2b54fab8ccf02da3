import { isSchemaType } from './layers.mjs'

/** @typedef {import('./module-graph.mjs').Graph} Graph */

/**
 * Cycles of imports, each reported once. Type imports count, since they tie files to one another too; the exception
 * are types that the contract takes from its schemas.
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
    for (const edge of graph.get(file)?.imports ?? [])
      if (graph.has(edge.to) && !isSchemaType(edge)) visit(edge.to, [...way, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return cycles
}
