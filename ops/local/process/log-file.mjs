import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

const TAIL_BYTES = 8_192

/**
 * Opens a new log file; the previous one is kept with the suffix `.previous`.
 * @param {string} path
 * @returns {number} file descriptor
 */
export const openLog = (path) => {
  mkdirSync(dirname(path), { recursive: true })
  if (existsSync(path)) renameSync(path, `${path}.previous`)
  return openSync(path, 'a')
}

/**
 * Reads the last lines of a log, from its last 8 KB.
 * @param {string} path
 * @param {number} lines
 */
export const readLogTail = (path, lines) => {
  if (!existsSync(path)) return ''
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES))
    readSync(file, buffer, 0, buffer.length, size - buffer.length)
    return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n')
  } finally {
    closeSync(file)
  }
}
