/** Tries again what may work later, for as long as the person lets it. */

import { setTimeout as sleep } from 'node:timers/promises'

const FIRST_MS = 500
const MAX_MS = 30_000

/** The server asked to come back later, or could not be reached. */
export class RetryableError extends Error {
  override readonly name = 'RetryableError'
  /** @param afterMs what `Retry-After` asked for, or null */
  constructor(
    message: string,
    readonly afterMs: number | null = null,
  ) {
    super(message)
  }
}

/** Milliseconds of a `Retry-After` header, which is a number of seconds or a date; null where it is neither. */
export const retryAfterMs = (header: string | null, now: Date): number | null => {
  if (header === null || header.trim() === '') return null
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime()
  return Number.isNaN(ms) ? null : Math.max(0, ms)
}

/** How long to wait before attempt `attempt` (from 1): doubled up to 30 s, spread by half so that callers part. */
export const backoffMs = (attempt: number, random = Math.random()): number =>
  Math.min(MAX_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10)) * (0.5 + random / 2)

/**
 * Runs `work` until it ends with anything but RetryableError.
 * @param stop ends the waiting; its reason is thrown
 * @param onWait told the reason and the wait in ms
 */
export const withRetry = async <T>(
  work: () => Promise<T>,
  stop: AbortSignal,
  onWait: (reason: string, waitMs: number) => void,
): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    stop.throwIfAborted()
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof RetryableError)) throw error
      const waitMs = Math.max(error.afterMs ?? 0, backoffMs(attempt))
      onWait(error.message, waitMs)
      await sleep(waitMs, undefined, { signal: stop })
    }
  }
}
