import { dirname } from 'node:path'
import { findCycles } from './find-cycles.mjs'
import { getLayer, isAllowed } from './layers.mjs'
import { findReachable } from './module-graph.mjs'

/** @typedef {import('./module-graph.mjs').Graph} Graph */
/** @typedef {{ name: string, violations: string[] }} RuleResult */

const MAX_FILES = 30
const TEST_FILE = /\.(?:test|spec)\.[a-z]+$/
/** The primitives of the interface are one flat folder. */
const UNLIMITED_FOLDERS = ['components/ui']

/** @param {Graph} graph */
const allImports = (graph) => [...graph.values()].flatMap(({ imports }) => imports)

/** @param {string[]} path */
const formatPath = (path) => path.join(' → ')

/** @param {Graph} graph @returns {RuleResult} */
const layerRule = (graph) => ({
  name: 'no import goes against the layers',
  violations: allImports(graph)
    .filter((edge) => !edge.isPackage && !isAllowed(edge))
    .map(({ from, to }) => `${from} → ${to}: ${getLayer(from)} may not import ${getLayer(to)}`),
})

/** @param {Graph} graph @returns {RuleResult} */
const resolvedImportsRule = (graph) => ({
  name: 'every relative import resolves to a file',
  violations: allImports(graph)
    .filter(
      ({ to, isPackage }) =>
        !isPackage && /^(?:app|components|db|e2e|ops|temporal)\//.test(to) && !/\.(?:css|json|svg)$/.test(to),
    )
    .filter(({ to }) => !graph.has(to))
    .map(({ from, to }) => `${from} → ${to}`),
})

/** @param {Graph} graph @returns {RuleResult} */
const noCyclesRule = (graph) => ({
  name: 'no cycle of imports',
  violations: findCycles(graph).map(formatPath),
})

/**
 * No file that `starts` selects loads a module that matches `forbidden`, directly or indirectly.
 * @param {Graph} graph
 * @param {string} name
 * @param {(path: string, module: import('./module-graph.mjs').Module) => boolean} starts
 * @param {RegExp} forbidden
 * @returns {RuleResult}
 */
const neverLoadsRule = (graph, name, starts, forbidden) => ({
  name,
  violations: [...graph]
    .filter(([path, module]) => starts(path, module))
    .flatMap(([path]) =>
      [...findReachable(graph, path)]
        .filter(([to]) => forbidden.test(to))
        .map(([, chain]) => formatPath(chain)),
    ),
})

/** @param {Graph} graph @returns {RuleResult} */
const singleTemporalClientRule = (graph) => ({
  name: 'only temporal/client imports @temporalio/client',
  violations: allImports(graph)
    .filter(
      ({ to, isType, from }) =>
        to === '@temporalio/client' && !isType && getLayer(from) !== 'client' && getLayer(from) !== 'test',
    )
    .map(({ from, to }) => `${from} → ${to}`),
})

/** @param {Graph} graph @returns {RuleResult} */
const folderSizeRule = (graph) => {
  const folders = [...graph.keys()].filter((path) => !TEST_FILE.test(path)).map((path) => dirname(path))
  const counts = [...new Set(folders)].map((folder) => ({
    folder,
    count: folders.filter((one) => one === folder).length,
  }))
  return {
    name: `no folder has more than ${MAX_FILES} source files`,
    violations: counts
      .filter(({ folder, count }) => count > MAX_FILES && !UNLIMITED_FOLDERS.includes(folder))
      .map(({ folder, count }) => `${folder}: ${count} files`),
  }
}

const PAGE_OR_ROUTE = /^app\/(.+)\/(?:page|route)\.tsx?$/

/** First segments of the addresses that `app/` answers, such as `inbox` and `api`. @param {Graph} graph */
const findSegments = (graph) => {
  const folders = [...graph.keys()].flatMap((path) => PAGE_OR_ROUTE.exec(path)?.[1] ?? [])
  const segments = folders.map((folder) => folder.split('/').find((name) => !name.startsWith('(')) ?? '')
  return [...new Set(segments)].filter((name) => /^[a-z]/.test(name))
}

/** @param {Graph} graph @returns {RuleResult} */
const noLiteralPathsRule = (graph) => {
  const pattern = new RegExp(`^/(?:${findSegments(graph).join('|')})(?:[/?#]|$)`)
  return {
    name: 'pages and components take their links from temporal/contract/paths.ts',
    violations: [...graph.values()]
      .filter(({ path }) => /^(?:app|components)\//.test(path) && !/\.test\.|\/testing\//.test(path))
      .flatMap(({ path, texts }) =>
        texts.filter((text) => pattern.test(text)).map((text) => `${path}: '${text}'`),
      ),
  }
}

/**
 * Checks every rule.
 * @param {Graph} graph
 * @returns {RuleResult[]}
 */
export const checkRules = (graph) => [
  layerRule(graph),
  resolvedImportsRule(graph),
  noCyclesRule(graph),
  singleTemporalClientRule(graph),
  folderSizeRule(graph),
  noLiteralPathsRule(graph),
  neverLoadsRule(
    graph,
    'the contract loads no zod and no other package',
    (path) => getLayer(path) === 'contract',
    /^(?!temporal\/contract\/|@temporalio\/common$)|^temporal\/contract\/schemas\//,
  ),
  neverLoadsRule(
    graph,
    'workflows load nothing but the contract and Temporal',
    (path) => getLayer(path) === 'workflows',
    /^(?!temporal\/(?:contract|workflows)\/|@temporalio\/(?:workflow|common)$)/,
  ),
  neverLoadsRule(
    graph,
    'client components load no zod and nothing of the server',
    (path, { isClient }) => isClient && getLayer(path) !== 'test',
    /^(?:zod|pg|drizzle-orm|server-only|@temporalio\/.*|node:.*)$|^(?:db|temporal\/(?!contract\/))/,
  ),
]
