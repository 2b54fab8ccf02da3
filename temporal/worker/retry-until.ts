/** Retries at a fixed interval, for services that are still starting. */

import { setTimeout as sleep } from 'node:timers/promises'

const RETRY_INTERVAL_MS = 200

/**
 * Calls `attempt` every 200 ms until it succeeds, its error is final, or `waitMs` have passed.
 * @throws the last error of `attempt`
 */
export const retryUntil = async <T>(
  attempt: () => Promise<T>,
  waitMs: number,
  isFinal: (error: unknown) => boolean,
): Promise<T> => {
  const endsAt = Date.now() + waitMs
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (isFinal(error) || Date.now() + RETRY_INTERVAL_MS > endsAt) throw error
      await sleep(RETRY_INTERVAL_MS)
    }
  }
}
