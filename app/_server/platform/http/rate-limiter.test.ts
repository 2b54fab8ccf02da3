import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { TEST_ENV } from '../../testing/test-runtime'
import { parseEnv } from '../env'
import { createLogger } from '../log'
import { createRuntime } from '../runtime'
import { createRateLimiter, getRateLimiter, type RateLimiter } from './rate-limiter'
import { RATE_LIMITS, type RateLimit } from './rate-limits'

const LIMIT: RateLimit = { max: 5, windowMs: 60_000 }
let database: TestDatabase
let isDown = false
let delayMs = 0
let queryCount = 0

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  isDown = false
  delayMs = 0
  queryCount = 0
})
afterEach(() => vi.useRealTimers())

/** A limiter as each process has one. */
const createProcess = () =>
  createRateLimiter({
    query: async ({ text, values }) => {
      queryCount += 1
      if (isDown) throw new Error('down')
      const isCatchingUp = Number(values[1]) > 1
      await sleep(isCatchingUp ? 50 : delayMs)
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

  it('counts on from the last count in Postgres, and adds its hits to it afterwards', async () => {
    const limiter = createProcess()
    expect(await countAllowed(limiter, 'h', 3)).toBe(3)
    isDown = true
    expect(await countAllowed(limiter, 'h', 1)).toBe(1)
    isDown = false
    expect(await countAllowed(limiter, 'h', 1)).toBe(1)
    expect(await countAllowed(createProcess(), 'h', 40)).toBe(0)
  })

  it('allows a limit once in a window, however often Postgres goes and returns', async () => {
    const limiter = createProcess()
    let allowed = 0
    for (let round = 0; round < 6; round += 1) {
      isDown = round % 2 === 1
      allowed += await countAllowed(limiter, 'j', round === 0 ? 4 : 9)
    }
    expect(allowed).toBe(5)
  })

  it('adds the hits of all processes to Postgres, also of one that started meanwhile', async () => {
    isDown = true
    const [one, two] = [createProcess(), createProcess()]
    expect(await countAllowed(one, 'l', 2)).toBe(2)
    expect(await countAllowed(two, 'l', 2)).toBe(2)
    isDown = false
    expect(await countAllowed(one, 'l', 1)).toBe(1)
    expect(await countAllowed(two, 'l', 2)).toBe(0)
  })

  it('adds its hits before new ones, also when those are simultaneous', async () => {
    isDown = true
    const limiter = createProcess()
    await countAllowed(limiter, 'r', 4)
    isDown = false
    expect(await countAllowed(limiter, 'r', 9)).toBe(1)
  })

  it('does not carry hits over into the next window', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    isDown = true
    const limiter = createProcess()
    await countAllowed(limiter, 'm', 5)
    vi.setSystemTime(Date.now() + 60_001)
    expect(await countAllowed(limiter, 'm', 2)).toBe(2)
    isDown = false
    expect(await countAllowed(limiter, 'm', 9)).toBe(3)
  })

  it('forgets the keys that were used least recently, beyond 20,000', async () => {
    isDown = true
    const limiter = createProcess()
    await countAllowed(limiter, 'n', 5)
    for (let i = 1; i < 20_000; i += 1) await limiter.hit(`n${i}`, LIMIT)
    await expect(limiter.hit('n', LIMIT)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    for (let i = 0; i < 20_000; i += 1) await limiter.hit(`o${i}`, LIMIT)
    expect(await countAllowed(limiter, 'n', 5)).toBe(5)
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

describe('while Postgres is slow', () => {
  const SHORT_WAIT = { ...LIMIT, maxWaitMs: 20 }

  it('waits no longer than the limit allows, and still counts the hit in Postgres', async () => {
    const limiter = createProcess()
    delayMs = 1_000
    const startedAtMs = performance.now()
    await limiter.hit('p', SHORT_WAIT)
    expect(performance.now() - startedAtMs).toBeLessThan(delayMs)
    const selectPoints = async () =>
      (await database.pool.query(`select points from rate_limits where key = 'p'`)).rows
    await vi.waitFor(async () => expect(await selectPoints()).toEqual([{ points: 1 }]), 5_000)
  })

  it.each([30, 400])('limits by the hits in memory when counts arrive after %i ms', async (ms) => {
    delayMs = ms
    const limiter = createProcess()
    for (let i = 0; i < 5; i += 1) await limiter.hit(`q${ms}`, SHORT_WAIT)
    await expect(limiter.hit(`q${ms}`, SHORT_WAIT)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    await sleep(ms)
  })
})

describe('the limiter of a process', () => {
  const createLoggedRuntime = (url: string) => {
    const lines: string[] = []
    const log = createLogger('info', 'web', { write: (line) => void lines.push(JSON.parse(line).msg) })
    const runtime = createRuntime(parseEnv({ ...TEST_ENV, DATABASE_URL: url }))
    return { lines, runtime: { ...runtime, log, pool: runtime.pool, db: runtime.db } }
  }

  it('warns at most once a minute that it counts in memory', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    // Its table does not exist, so that each second query fails and each other one is answered.
    const empty = await createEmptyDatabase()
    const { lines, runtime } = createLoggedRuntime(empty.url)
    const limiter = getRateLimiter(runtime)
    const hitWithAndWithoutTable = async () => {
      await limiter.hit('k', RATE_LIMITS.link)
      await runtime.pool.query(
        'create table rate_limits (key varchar(255) primary key, points integer, expire bigint)',
      )
      await limiter.hit('k', RATE_LIMITS.link)
      await runtime.pool.query('drop table rate_limits')
    }
    for (let i = 0; i < 3; i += 1) await hitWithAndWithoutTable()
    expect(lines).toEqual(['rate limits are counted in memory only'])
    vi.setSystemTime(Date.now() + 60_001)
    await hitWithAndWithoutTable()
    expect(lines).toHaveLength(2)
    await runtime.close()
    await empty.drop()
  })

  it('sweeps windows that are over once an hour', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { lines, runtime } = createLoggedRuntime(database.url)
    const selectKeys = async () =>
      (await runtime.pool.query(`select key from rate_limits where key like 'sweep:%' order by key`)).rows
    const limiter = getRateLimiter(runtime)
    await limiter.hit('sweep:old', RATE_LIMITS.link)
    vi.setSystemTime(Date.now() + 3_600_001)
    await limiter.hit('sweep:new', RATE_LIMITS.link)
    await vi.waitFor(async () => expect(await selectKeys()).toEqual([{ key: 'sweep:new' }]))
    expect(lines).toEqual([])
    await runtime.close()
  })
})
