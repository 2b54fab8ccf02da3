/** Waiting for something that is still starting. */

import { setTimeout as sleep } from 'node:timers/promises'

const RETRY_INTERVAL_MS = 200

/**
 * Tries until it works, an error is `isFinal`, or `waitMs` are over; then the last error is thrown.
 * @param waitMs from now on
 */
export const retryUntil = async <T>(
  attempt: () => Promise<T>,
  waitMs: number,
  isFinal: (error: unknown) => boolean,
): Promise<T> => {
  const until = Date.now() + waitMs
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (isFinal(error) || Date.now() + RETRY_INTERVAL_MS > until) throw error
      await sleep(RETRY_INTERVAL_MS)
    }
  }
}
