import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Calls `check` repeatedly until it returns true.
 * @param {() => boolean | Promise<boolean>} check
 * @param {{ timeoutMs?: number, everyMs?: number, signal?: AbortSignal }} [options] without a time-out it never gives up
 * @returns {Promise<boolean>} false after the time-out
 * @throws an AbortError when `signal` aborts while it waits
 */
export const pollUntil = async (
  check,
  { timeoutMs = Number.POSITIVE_INFINITY, everyMs = 50, signal } = {},
) => {
  const end = Date.now() + timeoutMs
  while (!(await check())) {
    if (Date.now() > end) return false
    await sleep(everyMs, undefined, { signal })
  }
  return true
}
