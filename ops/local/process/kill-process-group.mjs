import { pollUntil } from './poll-until.mjs'
import { isGroupAlive, signalGroup } from './process-identity.mjs'

const KILL_WAIT_MS = 2_000

/**
 * Ends a process group: sends `signal`, waits, then sends SIGKILL.
 * @param {number} pgid
 * @param {{ signal: NodeJS.Signals, graceMs: number }} options
 */
export const killProcessGroup = async (pgid, { signal, graceMs }) => {
  signalGroup(pgid, signal)
  if (await pollUntil(() => !isGroupAlive(pgid), { timeoutMs: graceMs, everyMs: 20 })) return
  signalGroup(pgid, 'SIGKILL')
  await pollUntil(() => !isGroupAlive(pgid), { timeoutMs: KILL_WAIT_MS, everyMs: 20 })
}
