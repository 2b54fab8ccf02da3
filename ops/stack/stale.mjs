import { join } from 'node:path'
import { endGroup } from './end-group.mjs'
import { readJson } from './files.mjs'
import { isAlive } from './identity.mjs'

/**
 * Ends what an earlier launcher of this folder left behind when it was killed.
 * A process counts as ours only when its id and its start time are those that were recorded.
 * @param {string} stateDir
 * @returns {Promise<string[]>} names of what was ended
 */
export const endStale = async (stateDir) => {
  const record = readJson(join(stateDir, 'stack.json'))
  /** @type {(import('./identity.mjs').Identity & { name: string })[]} */
  const alive = (record?.children ?? []).filter(isAlive)
  await Promise.all(
    // SIGINT: Postgres would wait for its clients on SIGTERM; the others take both alike.
    alive.map(({ pid }) => endGroup(pid, { signal: 'SIGINT', graceMs: 3_000 })),
  )
  return alive.map(({ name }) => name)
}
