import { join } from 'node:path'
import { readJson } from '../files.mjs'
import { killProcessGroup } from './kill-process-group.mjs'
import { isAlive } from './process-identity.mjs'

/**
 * Ends the processes that a killed launcher of this folder left behind. A process is recognised by its recorded id
 * and start time.
 * @param {string} stateDir
 * @returns {Promise<string[]>} names of the ended processes
 */
export const killStaleProcesses = async (stateDir) => {
  const record = readJson(join(stateDir, 'stack.json'))
  /** @type {(import('./process-identity.mjs').ProcessIdentity & { name: string })[]} */
  const alive = (record?.children ?? []).filter(isAlive)
  await Promise.all(
    // SIGINT, because Postgres would wait for its clients on SIGTERM; the others treat both alike.
    alive.map(({ pid }) => killProcessGroup(pid, { signal: 'SIGINT', graceMs: 3_000 })),
  )
  return alive.map(({ name }) => name)
}
