/** Time-outs on cockatiel, with an error code that `isDatabaseDown` recognises. */

import { TaskCancelledError, TimeoutStrategy, timeout } from 'cockatiel'

class TimeoutError extends Error {
  override readonly name = 'TimeoutError'
  readonly code = 'ETIMEDOUT'
}

/** True for a time-out and an open circuit breaker. By code: a build holds several copies of the classes. */
export const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (error as Error & { code?: unknown }).code === 'ETIMEDOUT'

/**
 * The result of `work`. After the time-out the work goes on, and its result is ignored.
 * @throws TimeoutError after `ms` milliseconds; what `work` throws
 */
export const withTimeout = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  try {
    return await timeout(ms, TimeoutStrategy.Aggressive).execute(() => work)
  } catch (error) {
    // Not isTaskCancelledError: in cockatiel 3.2.1 it looks for the mark of another error, and is always false.
    throw error instanceof TaskCancelledError ? new TimeoutError(`no answer within ${ms} ms`) : error
  }
}
