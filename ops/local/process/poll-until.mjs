import { setTimeout as pause } from 'node:timers/promises'

/**
 * Asks again and again until `check` answers true.
 * @param {() => boolean | Promise<boolean>} check
 * @param {{ timeoutMs: number, everyMs?: number }} options
 * @returns {Promise<boolean>} false when the time is up
 */
export const pollUntil = async (check, { timeoutMs, everyMs = 50 }) => {
  const end = Date.now() + timeoutMs
  while (!(await check())) {
    if (Date.now() > end) return false
    await pause(everyMs)
  }
  return true
}
