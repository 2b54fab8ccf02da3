import { expect, it } from 'vitest'
import { checkSizes } from './size-rules.mjs'

/** @param {readonly string[]} paths @param {(path: string) => number} [countLines] */
const findViolations = (paths, countLines = () => 1) =>
  checkSizes(paths, countLines).flatMap(({ violations }) => violations)

/** @param {string} folder @param {string} suffix @param {number} count */
const filesIn = (folder, suffix, count) => Array.from({ length: count }, (_, n) => `${folder}/f${n}${suffix}`)

it('finds a file of more than 250 lines, tests included', () => {
  const lines = { 'app/a.ts': 250, 'app/b.ts': 251, 'app/c.test.ts': 300 }
  expect(
    findViolations(Object.keys(lines), (path) => lines[/** @type {keyof typeof lines} */ (path)]),
  ).toEqual(['app/b.ts: 251 lines', 'app/c.test.ts: 300 lines'])
})

it('finds a folder of more than 30 source files, tests and subfolders not counted', () => {
  const tests = filesIn('app/full', '.test.ts', 5)
  expect(findViolations([...filesIn('app/full', '.ts', 30), ...tests, 'app/full/deeper/g.ts'])).toEqual([])
  expect(findViolations([...filesIn('app/over', '.ts', 31), ...tests])).toEqual(['app/over: 31 files'])
})

it('allows any number of primitives in components/ui', () => {
  expect(findViolations(filesIn('components/ui', '.tsx', 60))).toEqual([])
})
