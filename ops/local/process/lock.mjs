import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readJson } from '../files.mjs'
import { InterruptedError, LauncherError } from '../launcher-error.mjs'
import { pollUntil } from './poll-until.mjs'
import { identify, isAlive } from './process-identity.mjs'

/** @typedef {import('./process-identity.mjs').ProcessIdentity} ProcessIdentity */

const TRIES = 5

/**
 * Takes a lock file; a lock whose process has ended is taken over.
 * @param {string} file
 * @returns {{ release: () => void } | { owner: ProcessIdentity }}
 */
export const acquireLock = (file) => {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(identify(process.pid)))
  try {
    for (let i = 0; i < TRIES; i++) {
      if (tryLink(draft, file)) return { release: () => rmSync(file, { force: true }) }
      const owner = readJson(file)
      if (owner && isAlive(owner)) return { owner }
      rmSync(file, { force: true })
    }
    throw new Error(`cannot take the lock ${file}`)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Creates a hard link: the file never exists without its content. @param {string} from @param {string} to */
const tryLink = (from, to) => {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Takes a lock as soon as its owner releases it or ends.
 * @param {string} file
 * @param {{ timeoutMs: number, signal: AbortSignal }} options
 * @returns {Promise<{ release: () => void }>}
 */
export const waitForLock = async (file, { timeoutMs, signal }) => {
  let taken = acquireLock(file)
  const isTaken = () => {
    if (!('release' in taken)) taken = acquireLock(file)
    return 'release' in taken || signal.aborted
  }
  await pollUntil(isTaken, { timeoutMs, everyMs: 200 })
  if (signal.aborted) throw new InterruptedError()
  if ('release' in taken) return taken
  throw new LauncherError(`Process ${taken.owner.pid} has held ${file} for ${timeoutMs / 60_000} minutes.`)
}
