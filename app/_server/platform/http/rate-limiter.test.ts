import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { TEST_ENV } from '../../testing/test-runtime'
import { parseEnv } from '../env'
import { createLogger } from '../log'
import { createRuntime } from '../runtime'
import {
  createRateLimiter,
  getRateLimiter,
  RATE_LIMITS,
  type RateLimit,
  type RateLimiter,
} from './rate-limiter'

const LIMIT: RateLimit = { max: 5, windowMs: 60_000 }
let database: TestDatabase
let isDown = false
let queryCount = 0

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  isDown = false
  queryCount = 0
})
afterEach(() => vi.useRealTimers())

/** A limiter as each process has one. */
const createProcess = () =>
  createRateLimiter({
    query: async ({ text, values }) => {
      queryCount += 1
      if (isDown) throw new Error('down')
      return database.pool.query(text, values)
    },
  })

/** How many of `hits` simultaneous hits are allowed. */
const countAllowed = async (limiter: RateLimiter, key: string, hits: number): Promise<number> => {
  const results = await Promise.allSettled(Array.from({ length: hits }, () => limiter.hit(key, LIMIT)))
  return results.filter(({ status }) => status === 'fulfilled').length
}

describe('limits', () => {
  it('allows exactly the configured number of simultaneous hits', async () => {
    expect(await countAllowed(createProcess(), 'a', 40)).toBe(5)
  })

  it('counts the hits of all processes together, also when they start at once', async () => {
    const [one, two] = [createProcess(), createProcess()]
    const allowed = await Promise.all([countAllowed(one, 'b', 10), countAllowed(two, 'b', 10)])
    expect(allowed[0] + allowed[1]).toBe(5)
  })

  it('names the seconds until the window ends, at least one, and then starts again', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const startedAtMs = Date.now()
    const limiter = createProcess()
    await countAllowed(limiter, 'c', 5)
    await expect(limiter.hit('c', LIMIT)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { retryAfterSeconds: 60 },
    })
    vi.setSystemTime(startedAtMs + 59_900)
    await expect(createProcess().hit('c', LIMIT)).rejects.toMatchObject({ details: { retryAfterSeconds: 1 } })
    vi.setSystemTime(startedAtMs + 60_001)
    expect(await countAllowed(createProcess(), 'c', 6)).toBe(5)
  })

  it('refuses without a query once the limit is used up', async () => {
    const limiter = createProcess()
    for (let i = 0; i < 5; i += 1) await limiter.hit('d', LIMIT)
    queryCount = 0
    expect(await countAllowed(limiter, 'd', 20)).toBe(0)
    expect(queryCount).toBe(0)
  })

  it('resets a key for all processes', async () => {
    const limiter = createProcess()
    await countAllowed(limiter, 'e', 5)
    await limiter.reset('e', LIMIT)
    expect(await countAllowed(createProcess(), 'e', 6)).toBe(5)
  })

  it('shares counts between limits that are equal, as in the copies of a production build', async () => {
    isDown = true
    const limiter = createProcess()
    await countAllowed(limiter, 'f', 5)
    await expect(limiter.hit('f', { ...LIMIT })).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  })
})

describe('while Postgres is down', () => {
  it('counts in memory, each process for itself, and resets there too', async () => {
    isDown = true
    const limiter = createProcess()
    expect(await countAllowed(limiter, 'g', 40)).toBe(5)
    expect(await countAllowed(createProcess(), 'g', 40)).toBe(5)
    await limiter.reset('g', LIMIT)
    expect(await countAllowed(limiter, 'g', 40)).toBe(5)
  })

  it('returns to Postgres when that is back, also in a process that started meanwhile', async () => {
    isDown = true
    const limiter = createProcess()
    await countAllowed(limiter, 'h', 40)
    isDown = false
    expect(await countAllowed(limiter, 'h', 3)).toBe(3)
    expect(await countAllowed(createProcess(), 'h', 40)).toBe(2)
  })

  it('forgets the counts of memory after a reset in Postgres', async () => {
    isDown = true
    const limiter = createProcess()
    await countAllowed(limiter, 'i', 5)
    isDown = false
    await limiter.reset('i', LIMIT)
    isDown = true
    expect(await countAllowed(limiter, 'i', 6)).toBe(5)
  })
})

it('logs once that it counts in memory, and once that it counts in Postgres again', async () => {
  const lines: { msg: string }[] = []
  const log = createLogger('info', 'web', { write: (line) => void lines.push(JSON.parse(line)) })
  const empty = await createEmptyDatabase()
  const runtime = createRuntime(parseEnv({ ...TEST_ENV, DATABASE_URL: empty.url }))
  const limiter = getRateLimiter({ ...runtime, log, pool: runtime.pool, db: runtime.db })
  for (let i = 0; i < 3; i += 1) await limiter.hit('k', RATE_LIMITS.link)
  await runtime.pool.query(
    'create table rate_limits (key varchar(255) primary key, points integer, expire bigint)',
  )
  for (let i = 0; i < 3; i += 1) await limiter.hit('k', RATE_LIMITS.link)
  expect(lines.map(({ msg }) => msg)).toEqual([
    'rate limits are counted in memory only',
    'rate limits are counted in Postgres again',
  ])
  await runtime.close()
  await empty.drop()
})
