/** Request coalescing: one load answers many readers, but none who knows of a newer version than it can show. */

import { LRUCache } from 'lru-cache'

export interface CoalescedReads<T> {
  /** @param minVersion version that the reader knows of; it joins only a load that started after that was learnt */
  read(key: string, minVersion?: number): Promise<T>
  /** Reports the version of `key`: results of earlier loads are not returned from now on. */
  setLatestVersion(key: string, version: number): void
  /** Makes the next reader start a load. */
  invalidate(key: string): void
}

export interface CoalescedReadsOptions<T> {
  load(key: string): Promise<T>
  getVersion(answer: T): number
  /** False for a fallback, such as a snapshot of an open case. */
  isCacheable(answer: T): boolean
  /** Stays the same while no notification can have been missed; null while some may be, then nothing is cached. */
  epoch(): number | null
  /** Maximum age of a cached result: notifications come from the projection, which may be late. */
  ttlMs: number
  /** Maximum number of keys; the least recently read one is evicted. */
  maxKeys: number
}

interface Entry<T> {
  version: number
  /** When the version was learnt, on a logical clock that advances with each load and each notification. */
  learntAt: number
  running?: { startedAt: number; answer: Promise<T> }
  cached?: { startedAt: number; answer: T; epoch: number; until: number }
}

/** Coalesced reads, for each key separately. */
export const coalesceReads = <T>(options: CoalescedReadsOptions<T>): CoalescedReads<T> => {
  const entries = new LRUCache<string, Entry<T>>({ max: options.maxKeys })
  let clock = 0

  const getEntry = (key: string): Entry<T> => {
    const entry = entries.get(key) ?? { version: 0, learntAt: 0 }
    entries.set(key, entry)
    return entry
  }

  const store = (entry: Entry<T>, answer: T, startedAt: number, epoch: number | null): void => {
    // The version of a result counts as learnt at the start of its load, so that its late notification is not new.
    entry.version = Math.max(entry.version, options.getVersion(answer))
    const isNewest = startedAt > (entry.cached?.startedAt ?? 0)
    if (isNewest && epoch !== null && options.isCacheable(answer))
      entry.cached = { startedAt, answer, epoch, until: Date.now() + options.ttlMs }
  }

  const startLoad = (key: string, entry: Entry<T>): Promise<T> => {
    const startedAt = ++clock
    const epoch = options.epoch()
    const answer = options.load(key).finally(() => {
      if (entry.running?.startedAt === startedAt) entry.running = undefined
    })
    entry.running = { startedAt, answer }
    return answer.then((value) => {
      store(entry, value, startedAt, epoch)
      return value
    })
  }

  const isUsable = (entry: Entry<T>, { cached } = entry): boolean =>
    cached !== undefined &&
    cached.startedAt > entry.learntAt &&
    cached.epoch === options.epoch() &&
    cached.until > Date.now()

  return {
    read: (key, minVersion = 0) => {
      const entry = getEntry(key)
      if (minVersion > entry.version) Object.assign(entry, { version: minVersion, learntAt: ++clock })
      if (entry.cached && isUsable(entry)) return Promise.resolve(entry.cached.answer)
      if (entry.running && entry.running.startedAt > entry.learntAt) return entry.running.answer
      return startLoad(key, entry)
    },
    setLatestVersion: (key, version) => {
      const entry = entries.peek(key)
      // A lower version is new too: a run that was reset continues from an earlier version.
      if (entry && version !== entry.version) Object.assign(entry, { version, learntAt: ++clock })
    },
    invalidate: (key) => {
      const entry = entries.peek(key)
      if (entry) entry.learntAt = ++clock
    },
  }
}
