/** Retries without limit, until the user stops the import. */

import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '../../temporal/contract/backoff'

/** Jitter, so that concurrent requests do not retry together. */
const BACKOFF = { firstMs: 500, maxMs: 30_000, jitter: true }

/** The server could not be reached or asked to retry later. */
export class RetryableError extends Error {
  override readonly name = 'RetryableError'
  /** @param afterMs delay that `Retry-After` asked for, or null */
  constructor(
    message: string,
    readonly afterMs: number | null = null,
  ) {
    super(message)
  }
}

/** Milliseconds of a `Retry-After` header, which is a number of seconds or a date; null when it is neither. */
export const retryAfterMs = (header: string | null, now: Date): number | null => {
  if (header === null || header.trim() === '') return null
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime()
  return Number.isNaN(ms) ? null : Math.max(0, ms)
}

/**
 * Runs `work` until it returns or throws anything but RetryableError.
 * @param stop ends the waiting; its reason is thrown
 * @param onWait called with the reason and the delay in ms
 */
export const withRetry = async <T>(
  work: () => Promise<T>,
  stop: AbortSignal,
  onWait: (reason: string, waitMs: number) => void,
): Promise<T> => {
  for (let retry = 0; ; retry += 1) {
    stop.throwIfAborted()
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof RetryableError)) throw error
      const waitMs = Math.max(error.afterMs ?? 0, backoffMs(retry, BACKOFF))
      onWait(error.message, waitMs)
      await sleep(waitMs, undefined, { signal: stop })
    }
  }
}
