/** One question for many readers: an answer is shared by all who may have it, and by nobody who knows better. */

import { LRUCache } from 'lru-cache'

export interface CoalescedReads<T> {
  /** @param minVersion what the reader knows to exist; it joins only a question that was asked after that was learnt */
  read(key: string, minVersion?: number): Promise<T>
  /** News of `key`: what was asked before is not given to readers from now on. */
  setLatestVersion(key: string, version: number): void
  /** Makes the next reader ask anew. */
  invalidate(key: string): void
}

export interface CoalescedReadsOptions<T> {
  load(key: string): Promise<T>
  getVersion(answer: T): number
  /** False for an answer that is a makeshift, such as a snapshot of an open case. */
  isCacheable(answer: T): boolean
  /** Names the time in which no news can have been missed; null while news may be missed: then nothing is kept. */
  epoch(): number | null
  /** How long an answer is kept at most: news come from the projection, which may be late. */
  ttlMs: number
  /** Keys that are remembered; the one that was not read for the longest time goes first. */
  maxKeys: number
}

interface Entry<T> {
  version: number
  /** When the version was learnt, on a clock that ticks with each question and each news. */
  learntAt: number
  running?: { startedAt: number; answer: Promise<T> }
  kept?: { startedAt: number; answer: T; epoch: number; until: number }
}

/** Reads of many keys, each shared. */
export const coalesceReads = <T>(options: CoalescedReadsOptions<T>): CoalescedReads<T> => {
  const entries = new LRUCache<string, Entry<T>>({ max: options.maxKeys })
  let clock = 0

  const getEntry = (key: string): Entry<T> => {
    const entry = entries.get(key) ?? { version: 0, learntAt: 0 }
    entries.set(key, entry)
    return entry
  }

  const store = (entry: Entry<T>, answer: T, startedAt: number, epoch: number | null): void => {
    // What an answer shows is known since the question, so that its own late news does not count as news.
    entry.version = Math.max(entry.version, options.getVersion(answer))
    const isNewest = startedAt > (entry.kept?.startedAt ?? 0)
    if (isNewest && epoch !== null && options.isCacheable(answer))
      entry.kept = { startedAt, answer, epoch, until: Date.now() + options.ttlMs }
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

  const isUsable = (entry: Entry<T>, { kept } = entry): boolean =>
    kept !== undefined &&
    kept.startedAt > entry.learntAt &&
    kept.epoch === options.epoch() &&
    kept.until > Date.now()

  return {
    read: (key, minVersion = 0) => {
      const entry = getEntry(key)
      if (minVersion > entry.version) Object.assign(entry, { version: minVersion, learntAt: ++clock })
      if (entry.kept && isUsable(entry)) return Promise.resolve(entry.kept.answer)
      if (entry.running && entry.running.startedAt > entry.learntAt) return entry.running.answer
      return startLoad(key, entry)
    },
    setLatestVersion: (key, version) => {
      const entry = entries.peek(key)
      // A lower version is news too: a run that was reset counts on from where it was reset to.
      if (entry && version !== entry.version) Object.assign(entry, { version, learntAt: ++clock })
    },
    invalidate: (key) => {
      const entry = entries.peek(key)
      if (entry) entry.learntAt = ++clock
    },
  }
}
