/** Reads a file to import. */

import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { FileFault } from './read/file-fault'

/** A file is checked as a whole before its first order, so it must fit into memory. */
const MAX_BYTES = 256 * 1024 * 1024

const HASH_LETTERS = 16

export interface FileBytes {
  path: string
  bytes: Buffer
  /** Hash of its content: a file is another one when its content is. */
  fileHash: string
}

/**
 * @throws FileFault for a file that is too large
 * @throws the error of the file system when it cannot be read
 */
export const readFileBytes = (path: string): FileBytes => {
  if (statSync(path).size > MAX_BYTES)
    throw new FileFault(`${basename(path)} is larger than ${MAX_BYTES / 1024 / 1024} MB: split it.`)
  const bytes = readFileSync(path)
  return { path, bytes, fileHash: createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LETTERS) }
}
