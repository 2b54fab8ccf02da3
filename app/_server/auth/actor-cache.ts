/**
 * Cache of the people behind credentials. At most 30 s old while Postgres answers, and up to 5 minutes old while it
 * does not, so that people stay signed in and decide. A change by this process applies at once.
 */

import type { BreakerWithTimeout } from '../platform/resilience/breaker-with-timeout'
import { createCache } from '../platform/resilience/cache'

const OPTIONS = {
  freshMs: 30_000,
  staleMs: 300_000,
  loadTimeoutMs: 2_500,
  maxStaleWaitMs: 1_000,
  maxEntries: 10_000,
}

export interface ActorCache<T extends { userId: string }> {
  /**
   * The person behind the credential `key`; null, which is not cached, for an unknown one.
   * @throws what `load` throws, unless Postgres is unavailable and a value of the last five minutes is cached
   */
  get(key: string, load: () => Promise<T | null>): Promise<T | null>
  /** Removes all entries of an account; loads under way are not cached. */
  invalidate(userId: string): void
  /** Calls `listener` after each `invalidate`. */
  onInvalidate(listener: (userId: string) => void): void
}

export const createActorCache = <T extends { userId: string }>(
  breaker: BreakerWithTimeout,
): ActorCache<T> => {
  const cache = createCache<T | null>(breaker, OPTIONS)
  const listeners: ((userId: string) => void)[] = []
  return {
    get: cache.get,
    invalidate(userId) {
      cache.invalidate((person) => person.userId === userId)
      for (const listener of listeners) listener(userId)
    },
    onInvalidate: (listener) => listeners.push(listener),
  }
}
