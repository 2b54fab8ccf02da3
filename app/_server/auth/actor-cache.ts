/**
 * Who is who, in memory. While Postgres answers, nothing is older than 30 seconds, and a change made by this process
 * shows at once; while it is away, what was known stays good for five minutes.
 */

import { isDatabaseDown } from '../platform/resilience/database-errors'

const FRESH_MS = 30_000
const STALE_MS = 300_000
/** Where an older answer is at hand, nobody waits longer than this for a newer one. */
const STALE_TIMEOUT_MS = 1_000
/** After a failure the stale answer is given without asking, so that requests do not queue for a dead database. */
const OPEN_MS = 2_000
const MAX_ENTRIES = 10_000

const TIMED_OUT = Symbol('too slow')

/** @throws TIMED_OUT when `answer` takes longer than a reader waits */
const withStaleTimeout = async <T>(answer: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const slow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(TIMED_OUT), STALE_TIMEOUT_MS)
  })
  try {
    return await Promise.race([answer, slow])
  } finally {
    clearTimeout(timer)
  }
}

interface Entry<T> {
  value: T
  userId: string
  loadedAtMs: number
}

export interface ActorCache<T extends { userId: string }> {
  /**
   * What is known under `key`, from memory or by `load`. Nothing is kept for a null answer.
   * @throws what `load` throws, unless the database is away and an answer of the last five minutes is there
   */
  get(key: string, load: () => Promise<T | null>): Promise<T | null>
  /** Forgets everything about an account, and whatever of it is being loaded. */
  invalidate(userId: string): void
  /** Forgets everything. */
  clear(): void
}

export const createActorCache = <T extends { userId: string }>(
  clock: () => number = Date.now,
): ActorCache<T> => {
  const entries = new Map<string, Entry<T>>()
  const loading = new Map<string, Promise<T | null>>()
  let generation = 0
  let openUntilMs = 0

  const store = (key: string, value: T): void => {
    entries.delete(key)
    entries.set(key, { value, userId: value.userId, loadedAtMs: clock() })
    const oldest = entries.keys().next().value
    if (entries.size > MAX_ENTRIES && oldest !== undefined) entries.delete(oldest)
  }

  const loadOnce = async (key: string, load: () => Promise<T | null>): Promise<T | null> => {
    const startedIn = generation
    const value = await load()
    if (value === null) entries.delete(key)
    else if (startedIn === generation) store(key, value)
    return value
  }

  const loadShared = (key: string, load: () => Promise<T | null>): Promise<T | null> => {
    const running = loading.get(key)
    if (running) return running
    const started = loadOnce(key, load).finally(() => {
      if (loading.get(key) === started) loading.delete(key)
    })
    loading.set(key, started)
    return started
  }

  const invalidateWhere = (isGone: (entry: Entry<T>) => boolean): void => {
    generation += 1
    loading.clear()
    for (const [key, entry] of entries) if (isGone(entry)) entries.delete(key)
  }

  return {
    async get(key, load) {
      const entry = entries.get(key)
      const age = entry ? clock() - entry.loadedAtMs : Number.POSITIVE_INFINITY
      const usable = entry && age < STALE_MS ? entry.value : null
      if (usable && (age < FRESH_MS || clock() < openUntilMs)) return usable
      try {
        return await (usable ? withStaleTimeout(loadShared(key, load)) : loadShared(key, load))
      } catch (error) {
        if (error !== TIMED_OUT && !isDatabaseDown(error)) throw error
        openUntilMs = clock() + OPEN_MS
        if (!usable) throw error
        return usable
      }
    },
    invalidate: (userId) => invalidateWhere((entry) => entry.userId === userId),
    clear: () => invalidateWhere(() => true),
  }
}
