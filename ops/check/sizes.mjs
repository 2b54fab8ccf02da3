import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../local/paths.mjs'
import { printResults } from './print-results.mjs'
import { checkSizes } from './size-rules.mjs'

/** `node ops/check/sizes.mjs`: prints files and folders that are too large; exit code 1 when there is one. */

const FOLDERS = ['app', 'components', 'db', 'e2e', 'findings', 'ops', 'temporal']
const SOURCE = /\.(?:tsx?|mjs|css|sh)$/

/** @param {string} folder @returns {string[]} paths relative to the root */
const listFiles = (folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))

/** @param {string} path */
const countLines = (path) => readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n').length

printResults(
  checkSizes(
    [...FOLDERS.flatMap(listFiles), ...readdirSync(ROOT)].filter((path) => SOURCE.test(path)),
    countLines,
  ),
)
