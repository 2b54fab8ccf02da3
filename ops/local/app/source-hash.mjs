import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from '../paths.mjs'

/** Tests, saved histories and documentation do not change a build. */
const IGNORED = /\.test\.[cm]?tsx?$|\/histories\/|\.md$/

/** @param {string} path @returns {string[]} */
const filesUnder = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isFile())
    .flatMap((entry) => filesUnder(join(path, entry.name)))
}

/**
 * Hash over the names and contents of these files and folders.
 * @param {readonly string[]} paths relative to the clone; missing ones count as empty
 */
export const sourceHash = (paths) => {
  const hash = createHash('sha256').update(`node ${process.version}\n`)
  const files = paths.flatMap((path) => filesUnder(join(ROOT, path))).sort()
  for (const file of files.filter((name) => !IGNORED.test(name))) {
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}
