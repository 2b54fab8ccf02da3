import { groupLives, signalGroup } from './identity.mjs'
import { until } from './wait.mjs'

const KILL_WAIT_MS = 2_000

/**
 * Ends a process group: asks, waits, then kills, so that nothing of it is left.
 * @param {number} pgid
 * @param {{ signal: NodeJS.Signals, graceMs: number }} options
 */
export const endGroup = async (pgid, { signal, graceMs }) => {
  signalGroup(pgid, signal)
  if (await until(() => !groupLives(pgid), { timeoutMs: graceMs, everyMs: 20 })) return
  signalGroup(pgid, 'SIGKILL')
  await until(() => !groupLives(pgid), { timeoutMs: KILL_WAIT_MS, everyMs: 20 })
}
