import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/**
 * @typedef {object} Import
 * @property {string} from path of the importing file, relative to the root
 * @property {string} to path of the imported file, or the package's name
 * @property {boolean} isType erased before anything runs
 * @property {boolean} isPackage
 *
 * @typedef {{ path: string, imports: Import[], texts: string[], isClient: boolean }} Module
 * @typedef {Map<string, Module>} Graph
 */

const SOURCE = /\.(?:tsx?|[cm]js)$/
const SUFFIXES = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx']

/** @param {string} folder @returns {string[]} */
const sourcesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourcesUnder(path)
    return SOURCE.test(entry.name) ? [path] : []
  })

/** Name of the package in `@scope/name/file`. @param {string} specifier */
const toPackageName = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

/**
 * @param {string} root
 * @param {string} file
 * @param {string} specifier
 * @returns {string | null} path of the file, or null when it is a package
 */
const resolve = (root, file, specifier) => {
  const base = specifier.startsWith('@/')
    ? join(root, specifier.slice(2))
    : specifier.startsWith('.')
      ? join(dirname(file), specifier)
      : null
  if (base === null) return null
  const found = SUFFIXES.map((suffix) => base + suffix).find((path) => SOURCE.test(path) && existsSync(path))
  return relative(root, found ?? base)
}

/**
 * The texts of a file's string and template literals; a template gives each text between its values.
 * @param {import('oxc-parser').Program} program
 */
const findTexts = (program) => {
  /** @type {string[]} */
  const texts = []
  new Visitor({
    Literal: ({ value }) => void (typeof value === 'string' && texts.push(value)),
    TemplateElement: ({ value }) => void texts.push(value.raw),
  }).visit(program)
  return texts
}

/** The imports of a file. @param {import('oxc-parser').EcmaScriptModule} module @param {string} text */
const findImports = (module, text) => {
  /** @param {{ isType: boolean }[]} entries */
  const areTypes = (entries) => entries.length > 0 && entries.every((entry) => entry.isType)
  const imports = module.staticImports.map((one) => ({
    specifier: one.moduleRequest.value,
    isType: areTypes(one.entries),
  }))
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, isType }] : [],
    ),
  )
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const literal = /^['"](.+)['"]$/.exec(text.slice(start, end))
    return literal?.[1] ? [{ specifier: literal[1], isType: false }] : []
  })
  return [...imports, ...exports, ...dynamic]
}

/** @param {string} root @param {string} file @returns {Module} */
const read = (root, file) => {
  const text = readFileSync(file, 'utf8')
  const from = relative(root, file)
  const { module, program } = parseSync(file, text)
  const imports = findImports(module, text).map(({ specifier, isType }) => {
    const to = resolve(root, file, specifier)
    return { from, to: to ?? toPackageName(specifier), isType, isPackage: to === null }
  })
  return { path: from, imports, texts: findTexts(program), isClient: /^\s*['"]use client['"]/.test(text) }
}

/**
 * Reads all modules of these folders and files with their imports.
 * @param {string} root
 * @param {readonly string[]} places relative to `root`; missing ones are ignored
 * @returns {Graph}
 */
export const readGraph = (root, places) => {
  const present = places.map((place) => join(root, place)).filter(existsSync)
  const files = present.flatMap((path) => (SOURCE.test(path) ? [path] : sourcesUnder(path)))
  return new Map(files.map((file) => read(root, file)).map((module) => [module.path, module]))
}

/**
 * Finds every module that is loaded with `start`, each with the path that leads to it.
 * @param {Graph} graph
 * @param {string} start
 * @returns {Map<string, string[]>}
 */
export const findReachable = (graph, start) => {
  /** @type {Map<string, string[]>} */
  const reached = new Map([[start, [start]]])
  const queue = [start]
  for (let file = queue.shift(); file; file = queue.shift()) {
    const path = reached.get(file) ?? []
    for (const { to, isType } of graph.get(file)?.imports ?? []) {
      if (isType || reached.has(to)) continue
      reached.set(to, [...path, to])
      queue.push(to)
    }
  }
  return reached
}
