import { findCycles } from './cycles.mjs'
import { isAllowed, layerOf } from './layers.mjs'
import { reachedFrom } from './module-graph.mjs'

/** @typedef {import('./module-graph.mjs').Graph} Graph */
/** @typedef {{ name: string, breaches: string[] }} Result */

/** @param {Graph} graph */
const importsOf = (graph) => [...graph.values()].flatMap(({ imports }) => imports)

/** @param {string[]} way */
const arrow = (way) => way.join(' → ')

/** @param {Graph} graph @returns {Result} */
const arrows = (graph) => ({
  name: 'no import goes against the arrows',
  breaches: importsOf(graph)
    .filter((edge) => !edge.isPackage && !isAllowed(edge))
    .map(({ from, to }) => `${from} → ${to}: ${layerOf(from)} may not import ${layerOf(to)}`),
})

/** @param {Graph} graph @returns {Result} */
const missing = (graph) => ({
  name: 'every relative import leads to a file',
  breaches: importsOf(graph)
    .filter(
      ({ to, isPackage }) =>
        !isPackage && /^(?:app|components|db|e2e|ops|temporal)\//.test(to) && !/\.(?:css|json|svg)$/.test(to),
    )
    .filter(({ to }) => !graph.has(to))
    .map(({ from, to }) => `${from} → ${to}`),
})

/** @param {Graph} graph @returns {Result} */
const cycles = (graph) => ({ name: 'there is no circle of imports', breaches: findCycles(graph).map(arrow) })

/**
 * No file of `starts` loads any of `packages`, directly or through others.
 * @param {Graph} graph
 * @param {string} name
 * @param {(path: string, module: import('./module-graph.mjs').Module) => boolean} starts
 * @param {RegExp} forbidden
 * @returns {Result}
 */
const neverLoads = (graph, name, starts, forbidden) => ({
  name,
  breaches: [...graph]
    .filter(([path, module]) => starts(path, module))
    .flatMap(([path]) =>
      [...reachedFrom(graph, path)].filter(([to]) => forbidden.test(to)).map(([, way]) => arrow(way)),
    ),
})

/** @param {Graph} graph @returns {Result} */
const oneClient = (graph) => ({
  name: 'only temporal/client imports @temporalio/client',
  breaches: importsOf(graph)
    .filter(
      ({ to, isType, from }) =>
        to === '@temporalio/client' && !isType && layerOf(from) !== 'client' && layerOf(from) !== 'test',
    )
    .map(({ from, to }) => `${from} → ${to}`),
})

/**
 * Every rule with what breaks it.
 * @param {Graph} graph
 * @returns {Result[]}
 */
export const judge = (graph) => [
  arrows(graph),
  missing(graph),
  cycles(graph),
  oneClient(graph),
  neverLoads(
    graph,
    'the contract loads no zod and no other package',
    (path) => layerOf(path) === 'contract',
    /^(?!temporal\/contract\/|@temporalio\/common$)|^temporal\/contract\/schemas\//,
  ),
  neverLoads(
    graph,
    'workflows load nothing but the contract and Temporal',
    (path) => layerOf(path) === 'workflows',
    /^(?!temporal\/(?:contract|workflows)\/|@temporalio\/(?:workflow|common)$)/,
  ),
  neverLoads(
    graph,
    'what runs in a browser loads no zod and nothing of the server',
    (path, { isClient }) => isClient && layerOf(path) !== 'test',
    /^(?:zod|pg|drizzle-orm|server-only|@temporalio\/.*|node:.*)$|^(?:db|temporal\/(?!contract\/))/,
  ),
]
