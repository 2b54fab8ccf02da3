/**
 * Who is who, in memory. While Postgres answers, nothing is older than 30 seconds, and a change made by this process
 * shows at once; while it is away, what was known stays good for five minutes.
 */

import { isDatabaseDown } from '../http/database-errors'

const FRESH_MS = 30_000
const STALE_MS = 300_000
/** Where an older answer is at hand, nobody waits longer than this for a newer one. */
const PATIENCE_MS = 1_000
/** After a failure the stale answer is given without asking, so that requests do not queue for a dead database. */
const REST_MS = 2_000
const MAX_ENTRIES = 10_000

const TOO_SLOW = Symbol('too slow')

/** @throws TOO_SLOW when `answer` takes longer than a reader waits */
const withPatience = async <T>(answer: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const slow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(TOO_SLOW), PATIENCE_MS)
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

export interface PeopleCache<T extends { userId: string }> {
  /**
   * What is known under `key`, from memory or by `load`. Nothing is kept for a null answer.
   * @throws what `load` throws, unless the database is away and an answer of the last five minutes is there
   */
  get(key: string, load: () => Promise<T | null>): Promise<T | null>
  /** Forgets everything about an account, and whatever of it is being loaded. */
  forget(userId: string): void
  /** Forgets everything. */
  clear(): void
}

export const createPeopleCache = <T extends { userId: string }>(
  clock: () => number = Date.now,
): PeopleCache<T> => {
  const entries = new Map<string, Entry<T>>()
  const loading = new Map<string, Promise<T | null>>()
  let generation = 0
  let restUntilMs = 0

  const keep = (key: string, value: T): void => {
    entries.delete(key)
    entries.set(key, { value, userId: value.userId, loadedAtMs: clock() })
    const oldest = entries.keys().next().value
    if (entries.size > MAX_ENTRIES && oldest !== undefined) entries.delete(oldest)
  }

  const loadOnce = async (key: string, load: () => Promise<T | null>): Promise<T | null> => {
    const startedIn = generation
    const value = await load()
    if (value === null) entries.delete(key)
    else if (startedIn === generation) keep(key, value)
    return value
  }

  const shared = (key: string, load: () => Promise<T | null>): Promise<T | null> => {
    const running = loading.get(key)
    if (running) return running
    const started = loadOnce(key, load).finally(() => {
      if (loading.get(key) === started) loading.delete(key)
    })
    loading.set(key, started)
    return started
  }

  const change = (isGone: (entry: Entry<T>) => boolean): void => {
    generation += 1
    loading.clear()
    for (const [key, entry] of entries) if (isGone(entry)) entries.delete(key)
  }

  return {
    async get(key, load) {
      const entry = entries.get(key)
      const age = entry ? clock() - entry.loadedAtMs : Number.POSITIVE_INFINITY
      const usable = entry && age < STALE_MS ? entry.value : null
      if (usable && (age < FRESH_MS || clock() < restUntilMs)) return usable
      try {
        return await (usable ? withPatience(shared(key, load)) : shared(key, load))
      } catch (error) {
        if (error !== TOO_SLOW && !isDatabaseDown(error)) throw error
        restUntilMs = clock() + REST_MS
        if (!usable) throw error
        return usable
      }
    },
    forget: (userId) => change((entry) => entry.userId === userId),
    clear: () => change(() => true),
  }
}
