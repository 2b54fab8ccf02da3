import { join } from 'node:path'
import { readJson } from '../files.mjs'
import { killProcessGroup } from './kill-process-group.mjs'
import { isAlive } from './process-identity.mjs'

/**
 * Ends what an earlier launcher of this folder left behind when it was killed.
 * A process counts as ours only when its id and its start time are those that were recorded.
 * @param {string} stateDir
 * @returns {Promise<string[]>} names of what was ended
 */
export const killStaleProcesses = async (stateDir) => {
  const record = readJson(join(stateDir, 'stack.json'))
  /** @type {(import('./process-identity.mjs').ProcessIdentity & { name: string })[]} */
  const alive = (record?.children ?? []).filter(isAlive)
  await Promise.all(
    // SIGINT: Postgres would wait for its clients on SIGTERM; the others take both alike.
    alive.map(({ pid }) => killProcessGroup(pid, { signal: 'SIGINT', graceMs: 3_000 })),
  )
  return alive.map(({ name }) => name)
}
