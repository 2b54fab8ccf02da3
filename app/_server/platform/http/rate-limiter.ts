/**
 * Rate limits: fixed windows, counted in memory first and shared through Postgres in batches, so that an ordinary
 * request costs no round trip. While Postgres is away each process counts for itself.
 */

import { AppError } from '../../../../temporal/contract/errors'

export interface RateLimit {
  max: number
  windowMs: number
  /** Hits counted in memory before Postgres is told; 1 asks Postgres each time. */
  batch: number
}

const MINUTE_MS = 60_000

export const RATE_LIMITS = {
  /** Tries to sign in for one e-mail address. */
  signIn: { max: 10, windowMs: 15 * MINUTE_MS, batch: 1 },
  /** Tries to sign in from one address; counted only behind named proxies. */
  signInAddress: { max: 60, windowMs: 15 * MINUTE_MS, batch: 1 },
  /** Tries of the current password when it is changed. */
  password: { max: 10, windowMs: 15 * MINUTE_MS, batch: 1 },
  /** Changes by one principal. All processes together let past at most one batch each beyond it. */
  mutation: { max: 600, windowMs: MINUTE_MS, batch: 60 },
  /** Changes through one status link, which takes no account. */
  link: { max: 30, windowMs: MINUTE_MS, batch: 5 },
  /** Comments of one person that call colleagues, each of whom gets a letter. */
  mention: { max: 60, windowMs: 10 * MINUTE_MS, batch: 1 },
  /** Changes by guests of one address, since a guest's cookie is to be had for nothing. */
  guestAddress: { max: 300, windowMs: MINUTE_MS, batch: 30 },
} as const satisfies Record<string, RateLimit>

/** Where processes share their counts. */
export interface HitStore {
  add(key: string, hits: number, resetAt: Date): Promise<number>
  clear(key: string): Promise<void>
}

interface Counter {
  resetAtMs: number
  /** The shared count as it was last known. */
  shared: number
  /** Hits that Postgres was not told of. */
  pending: number
}

const MAX_COUNTERS = 20_000

export interface RateLimiter {
  /** @throws AppError RATE_LIMITED with `retryAfterSeconds` */
  hit(key: string, limit: RateLimit): Promise<void>
  /** Forgets the count of `key`, as after a sign-in that succeeded. */
  reset(key: string): Promise<void>
}

/**
 * @param onStoreError told when the shared count cannot be reached; the memory's count then decides alone
 */
export const createRateLimiter = (
  store: HitStore,
  onStoreError: (error: unknown) => void,
  clock: () => number = Date.now,
): RateLimiter => {
  const counters = new Map<string, Counter>()

  const evictEnded = (now: number): void => {
    for (const [key, { resetAtMs }] of counters) if (resetAtMs <= now) counters.delete(key)
    if (counters.size >= MAX_COUNTERS) counters.clear()
  }

  const getCounter = (key: string, windowMs: number, now: number): Counter => {
    const found = counters.get(key)
    if (found && found.resetAtMs > now) return found
    if (counters.size >= MAX_COUNTERS) evictEnded(now)
    // Windows are aligned to the clock, so that all processes agree on them without asking.
    const counter = { resetAtMs: (Math.floor(now / windowMs) + 1) * windowMs, shared: 0, pending: 0 }
    counters.set(key, counter)
    return counter
  }

  const share = async (key: string, counter: Counter, hits: number): Promise<void> => {
    counter.pending -= hits
    counter.shared += hits
    try {
      counter.shared = Math.max(counter.shared, await store.add(key, hits, new Date(counter.resetAtMs)))
    } catch (error) {
      // The hits stay counted here; the others never hear of them, which costs a batch at most.
      onStoreError(error)
    }
  }

  return {
    async hit(key, limit) {
      const now = clock()
      const counter = getCounter(key, limit.windowMs, now)
      const refused = () =>
        new AppError('RATE_LIMITED', undefined, {
          retryAfterSeconds: Math.max(1, Math.ceil((counter.resetAtMs - now) / 1_000)),
        })
      if (counter.shared + counter.pending >= limit.max) throw refused()
      counter.pending += 1
      if (counter.pending < limit.batch) return
      const sharing = share(key, counter, limit.batch === 1 ? 1 : counter.pending)
      if (limit.batch > 1) return
      await sharing
      if (counter.shared + counter.pending > limit.max) throw refused()
    },
    async reset(key) {
      counters.delete(key)
      await store.clear(key).catch(onStoreError)
    },
  }
}
