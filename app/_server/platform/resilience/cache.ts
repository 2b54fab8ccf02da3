/**
 * Cache of values from Postgres: fresh for a while, stale while Postgres is unavailable, bounded by an LRU store.
 * `LRUCache.fetch()` is not used: it cannot tell an outage from a wrong query, nor drop loads by a predicate.
 */

import { LRUCache } from 'lru-cache'
import type { BreakerWithTimeout } from './breaker-with-timeout'
import { isDatabaseDown } from './database-errors'
import { withTimeout } from './timeout'

export interface CacheOptions {
  /** Age up to which a value is returned without a load, and up to which a running load is shared. */
  freshMs: number
  /** Age up to which a value is returned while Postgres is unavailable; unlimited unless given. */
  staleMs?: number
  /** Time-out of a load. */
  loadTimeoutMs: number
  /** Time after the start of a load from which on readers get a stale value; the load's time-out unless given. */
  maxStaleWaitMs?: number
  maxEntries: number
}

export interface Cache<V> {
  /**
   * The cached value of `key`, or the one that `load` gives. Null is returned and not cached.
   * @throws what `load` throws, unless Postgres is unavailable and a stale value is cached; TimeoutError
   */
  get(key: string, load: () => Promise<V>): Promise<V>
  /**
   * Removes matching values. No load under way is cached or shared: its value is unknown, and it may have read the
   * state before a change.
   */
  invalidate(matches: (value: NonNullable<V>) => boolean): void
  /** As `invalidate`, but for matching keys alone; their values are still returned while Postgres is unavailable. */
  expire(matches: (key: string) => boolean): void
}

interface Entry<V> {
  value: NonNullable<V>
  /** Start of the load: what it read may have changed since. */
  readAtMs: number
  isExpired: boolean
}

interface Load<V> {
  startedAtMs: number
  value: Promise<V>
}

/** @param breaker all loads pass it, so that readers do not wait for a database that is known to be unavailable */
export const createCache = <V>(breaker: BreakerWithTimeout, options: CacheOptions): Cache<V> => {
  const { freshMs, staleMs = Number.POSITIVE_INFINITY, loadTimeoutMs, maxEntries } = options
  const { maxStaleWaitMs = loadTimeoutMs } = options
  const entries = new LRUCache<string, Entry<V>>({ max: maxEntries })
  const loads = new Map<string, Load<V>>()

  const store = (key: string, value: V, readAtMs: number): void => {
    if (value === null || value === undefined) entries.delete(key)
    else entries.set(key, { value, readAtMs, isExpired: false })
  }

  const startLoad = (key: string, load: () => Promise<V>): Load<V> => {
    const run = async (): Promise<V> => {
      try {
        const value = await breaker.execute(load, loadTimeoutMs)
        if (loads.get(key) === current) store(key, value, current.startedAtMs)
        return value
      } finally {
        if (loads.get(key) === current) loads.delete(key)
      }
    }
    const current = { startedAtMs: Date.now(), value: Promise.resolve().then(run) }
    loads.set(key, current)
    return current
  }

  const joinLoad = (key: string): Load<V> | undefined => {
    const load = loads.get(key)
    return load && Date.now() - load.startedAtMs < freshMs ? load : undefined
  }

  return {
    async get(key, load) {
      const entry = entries.get(key)
      const ageMs = entry ? Date.now() - entry.readAtMs : Number.POSITIVE_INFINITY
      if (entry && !entry.isExpired && ageMs < freshMs) return entry.value
      const { value, startedAtMs } = joinLoad(key) ?? startLoad(key, load)
      if (!entry || ageMs >= staleMs) return value
      try {
        return await withTimeout(value, Math.max(0, startedAtMs + maxStaleWaitMs - Date.now()))
      } catch (error) {
        if (isDatabaseDown(error)) return entry.value
        throw error
      }
    },
    invalidate(matches) {
      loads.clear()
      for (const [key, { value }] of [...entries.entries()]) if (matches(value)) entries.delete(key)
    },
    expire(matches) {
      for (const key of [...loads.keys()]) if (matches(key)) loads.delete(key)
      for (const [key, entry] of entries.entries()) if (matches(key)) entry.isExpired = true
    },
  }
}
