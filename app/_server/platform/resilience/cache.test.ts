import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBreakerWithTimeout } from './breaker-with-timeout'
import { type Cache, type CacheOptions, createCache } from './cache'
import { classifyDatabaseError } from './database-errors'

const DOWN = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
const WRONG = new Error('no such column')
let loadCount = 0
let cache: Cache<string | null>

const create = (more: Partial<CacheOptions> = {}) =>
  createCache<string | null>(createBreakerWithTimeout(classifyDatabaseError), {
    freshMs: 1_000,
    staleMs: 60_000,
    loadTimeoutMs: 2_000,
    maxEntries: 10,
    ...more,
  })
const load = (value: string | null) => async () => {
  loadCount += 1
  return value
}
const fail = (error: Error) => async (): Promise<never> => {
  loadCount += 1
  throw error
}
const hang = () => new Promise<never>(() => {})
const advance = (ms: number) => vi.setSystemTime(Date.now() + ms)
/** A load that ends when the test says so. */
const pending = () => {
  let resolve = (_: string): void => {}
  const promise = new Promise<string>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  loadCount = 0
  cache = create()
})
afterEach(() => vi.useRealTimers())

describe('fresh values', () => {
  it('loads once for many readers, and again after the value is no longer fresh', async () => {
    await Promise.all(Array.from({ length: 50 }, () => cache.get('k', load('a'))))
    advance(999)
    expect(await cache.get('k', load('b'))).toBe('a')
    expect(loadCount).toBe(1)
    advance(1)
    expect(await cache.get('k', load('b'))).toBe('b')
  })

  it('counts the age of a value from the start of its load', async () => {
    const slow = pending()
    const first = cache.get('k', () => slow.promise)
    await sleep(1)
    advance(600)
    slow.resolve('older')
    await first
    advance(399)
    expect(await cache.get('k', load('unused'))).toBe('older')
    advance(1)
    expect(await cache.get('k', load('newer'))).toBe('newer')
  })

  it('shares no load that started too long ago to be fresh', async () => {
    const slow = pending()
    const first = cache.get('k', () => slow.promise)
    await sleep(1)
    advance(1_000)
    expect(await cache.get('k', load('newer'))).toBe('newer')
    slow.resolve('older')
    expect(await first).toBe('older')
    expect(await cache.get('k', load('unused'))).toBe('newer')
  })

  it('returns null and does not cache it', async () => {
    expect(await cache.get('k', load(null))).toBeNull()
    expect(await cache.get('k', load('a'))).toBe('a')
    advance(1_000)
    expect(await cache.get('k', load(null))).toBeNull()
    expect(await cache.get('k', load('b'))).toBe('b')
  })

  it('is bounded, and fails none of more simultaneous misses than it has entries', async () => {
    cache = create({ maxEntries: 2 })
    const keys = Array.from({ length: 20 }, (_, i) => `k${i}`)
    expect(await Promise.all(keys.map((key) => cache.get(key, load(key))))).toEqual(keys)
    expect(await cache.get('k0', load('loaded again'))).toBe('loaded again')
  })
})

describe('failures', () => {
  it('gives the error of the load on a cold key, also to those who joined, and does not cache it', async () => {
    const results = await Promise.allSettled([cache.get('k', fail(WRONG)), cache.get('k', load('unused'))])
    expect(results).toEqual([
      { status: 'rejected', reason: WRONG },
      { status: 'rejected', reason: WRONG },
    ])
    expect(await cache.get('k', load('a'))).toBe('a')
    const broken = () => {
      throw WRONG
    }
    await expect(cache.get('other', broken)).rejects.toBe(WRONG)
  })

  it('returns the stale value while Postgres is down, up to its limit, and then the error', async () => {
    await cache.get('k', load('a'))
    advance(59_000)
    expect(await cache.get('k', fail(DOWN))).toBe('a')
    advance(2_000)
    await expect(cache.get('k', fail(DOWN))).rejects.toBe(DOWN)
  })

  it('keeps the stale value after a failed load', async () => {
    await cache.get('k', load('a'))
    advance(1_000)
    await expect(cache.get('k', fail(WRONG))).rejects.toBe(WRONG)
    advance(3_000)
    expect(await cache.get('k', fail(DOWN))).toBe('a')
    expect(await cache.get('k', fail(DOWN))).toBe('a')
  })

  it('does not call a database that is down for every reader', async () => {
    await cache.get('k', load('a'))
    advance(1_000)
    loadCount = 0
    for (let i = 0; i < 10; i += 1) await cache.get('k', fail(DOWN))
    expect(loadCount).toBe(1)
  })

  it('returns the stale value after a bounded wait, and at once to readers who come later', async () => {
    cache = create({ maxStaleWaitMs: 50 })
    await cache.get('k', load('a'))
    advance(1_000)
    expect(await cache.get('k', hang)).toBe('a')
    advance(50)
    const startedAt = performance.now()
    expect(await cache.get('k', hang)).toBe('a')
    expect(performance.now() - startedAt).toBeLessThan(40)
  })

  it('caches the value of a load that was slower than its readers', async () => {
    cache = create({ maxStaleWaitMs: 10 })
    await cache.get('k', load('a'))
    advance(1_000)
    const slow = pending()
    expect(await cache.get('k', () => slow.promise)).toBe('a')
    slow.resolve('b')
    await sleep(5)
    expect(await cache.get('k', load('unused'))).toBe('b')
  })
})

describe('changes', () => {
  it('removes matching values only', async () => {
    await cache.get('k', load('a'))
    await cache.get('other', load('b'))
    cache.invalidate((value) => value === 'a')
    expect(await cache.get('k', load('after'))).toBe('after')
    expect(await cache.get('other', load('unused'))).toBe('b')
  })

  it('neither shares nor caches a load that started before a change', async () => {
    const slow = pending()
    const before = cache.get('k', () => slow.promise)
    await sleep(1)
    cache.invalidate(() => true)
    expect(await cache.get('k', load('after'))).toBe('after')
    slow.resolve('before')
    expect(await before).toBe('before')
    expect(await cache.get('k', load('unused'))).toBe('after')
  })

  it('shares and caches a load of another key than the expired ones', async () => {
    const [slow, expired] = [pending(), pending()]
    const reads = [cache.get('k', () => slow.promise), cache.get('other', () => expired.promise)]
    await sleep(1)
    cache.expire((key) => key === 'other')
    const joined = cache.get('k', load('unused'))
    slow.resolve('a')
    expired.resolve('before')
    await Promise.all(reads)
    expect(await joined).toBe('a')
    expect(await cache.get('k', load('unused'))).toBe('a')
    expect(await cache.get('other', load('after'))).toBe('after')
  })

  it('loads expired values again, and keeps them for an outage', async () => {
    await cache.get('k', load('a'))
    cache.expire((key) => key === 'k')
    expect(await cache.get('k', fail(DOWN))).toBe('a')
    advance(3_000)
    expect(await cache.get('k', load('b'))).toBe('b')
  })
})
