import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteExpiredHits, deleteHits, upsertHits } from '@/db/queries/auth/rate-limits'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { createRateLimiter, type HitStore, type RateLimit } from './rate-limiter'

let database: TestDatabase
let store: HitStore
let nowMs = 1_800_000_000_000

beforeAll(async () => {
  database = await createTestDatabase()
  store = {
    add: (key, hits, resetAt) => upsertHits(database.db, key, hits, resetAt),
    clear: (key) => deleteHits(database.db, key),
  }
})
afterAll(() => database.drop())

const away: HitStore = {
  add: () => Promise.reject(new Error('away')),
  clear: () => Promise.reject(new Error('away')),
}
const each: RateLimit = { max: 5, windowMs: 60_000, batch: 1 }
const fail = (error: unknown): never => {
  throw error
}
const limiter = (on: HitStore = store, onError: (error: unknown) => void = fail) =>
  createRateLimiter(on, onError, () => nowMs)

/** How many of `hits` at the same time get through. */
const passed = async (
  one: ReturnType<typeof limiter>,
  key: string,
  limit: RateLimit,
  hits: number,
): Promise<number> => {
  const results = await Promise.allSettled(Array.from({ length: hits }, () => one.hit(key, limit)))
  return results.filter(({ status }) => status === 'fulfilled').length
}

describe('limits', () => {
  it('lets exactly the allowed number of simultaneous tries through', async () => {
    expect(await passed(limiter(), 'a', each, 40)).toBe(5)
  })

  it('counts the tries of all processes together', async () => {
    const [one, two] = [limiter(), limiter()]
    expect(await passed(one, 'b', each, 3)).toBe(3)
    expect(await passed(two, 'b', each, 10)).toBe(2)
  })

  it('says after how many seconds the window ends, and then starts again', async () => {
    const one = limiter()
    await passed(one, 'c', each, 6)
    await expect(one.hit('c', each)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { retryAfterSeconds: 60 - ((nowMs / 1_000) % 60) },
    })
    nowMs += 60_000
    expect(await passed(one, 'c', each, 6)).toBe(5)
    expect(await passed(limiter(), 'c', each, 6)).toBe(0)
  })

  it('asks Postgres once for each batch and stays within a batch of the limit', async () => {
    let calls = 0
    const counting: HitStore = {
      ...store,
      add: (...args) => {
        calls += 1
        return store.add(...args)
      },
    }
    const limit = { max: 100, windowMs: 60_000, batch: 10 }
    expect(await passed(limiter(counting), 'd', limit, 300)).toBe(100)
    expect(calls).toBe(10)
    expect(await passed(limiter(), 'd', limit, 300)).toBeLessThanOrEqual(100)
  })

  it('counts in memory while Postgres is away', async () => {
    const errors: unknown[] = []
    const one = limiter(away, (error) => errors.push(error))
    expect(await passed(one, 'e', each, 40)).toBe(5)
    expect(errors.length).toBeGreaterThan(0)
    await one.reset('e')
    expect(await passed(one, 'e', each, 40)).toBe(5)
  })

  it('forgets what is forgiven, in every process', async () => {
    const one = limiter()
    await passed(one, 'f', each, 5)
    await one.reset('f')
    expect(await passed(limiter(), 'f', each, 6)).toBe(5)
  })

  it('sweeps windows that are over', async () => {
    await deleteExpiredHits(database.db, new Date(nowMs + 3_600_000))
    const { rows } = await database.pool.query('select count(*)::int as n from rate_limits')
    expect(rows[0].n).toBe(0)
  })
})
