import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/**
 * Reads a JSON file; null when it is missing or invalid.
 * @param {string} path
 * @returns {any}
 */
export const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Replaces a file atomically, so that no reader sees a part of it.
 * @param {string} path
 * @param {string} text
 * @param {number} [mode]
 */
export const writeFileAtomic = (path, text, mode = 0o644) => {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}.tmp`
  writeFileSync(draft, text, { mode })
  chmodSync(draft, mode)
  renameSync(draft, path)
}

/**
 * @param {string} path
 * @param {unknown} value
 * @param {number} [mode]
 */
export const writeJson = (path, value, mode) =>
  writeFileAtomic(path, `${JSON.stringify(value, null, 2)}\n`, mode)

/**
 * Creates a folder atomically: `make` fills a temporary folder, which is then renamed. An existing folder is kept.
 * @param {string} folder
 * @param {(draft: string) => Promise<void>} make
 */
export const createFolderAtomic = async (folder, make) => {
  if (existsSync(folder)) return
  mkdirSync(dirname(folder), { recursive: true })
  const draft = mkdtempSync(`${folder}.`)
  try {
    await make(draft)
    try {
      renameSync(draft, folder)
    } catch (error) {
      // Another launcher created the same folder in the meantime.
      if (!existsSync(folder)) throw error
    }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}
