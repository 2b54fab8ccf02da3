import { dirname } from 'node:path'

/** @typedef {import('./rules.mjs').RuleResult} RuleResult */

const MAX_LINES = 250
const MAX_FILES = 30
const TEST = /\.(?:test|spec)\.[a-z]+$/

/** The primitives are one folder on purpose: they are looked up by name. */
const UNLIMITED_FOLDERS = ['components/ui']

/**
 * Checks the number of lines of every file, and the number of files of every folder without its tests.
 * @param {readonly string[]} paths of source files
 * @param {(path: string) => number} countLines
 * @returns {RuleResult[]}
 */
export const checkSizes = (paths, countLines) => {
  const sizes = paths.map((path) => ({ path, lines: countLines(path) }))
  /** @type {Map<string, number>} */
  const folders = new Map()
  for (const folder of paths.filter((path) => !TEST.test(path)).map((path) => dirname(path)))
    folders.set(folder, (folders.get(folder) ?? 0) + 1)
  return [
    {
      name: `no file has more than ${MAX_LINES} lines`,
      violations: sizes
        .filter(({ lines }) => lines > MAX_LINES)
        .map(({ path, lines }) => `${path}: ${lines} lines`),
    },
    {
      name: `no folder has more than ${MAX_FILES} source files`,
      violations: [...folders]
        .filter(([folder, count]) => count > MAX_FILES && !UNLIMITED_FOLDERS.includes(folder))
        .map(([folder, count]) => `${folder}: ${count} files`),
    },
  ]
}
