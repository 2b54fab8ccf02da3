/**
 * Rate limits: fixed windows, counted in Postgres for all processes. While Postgres is unavailable each process counts
 * in memory for itself, from the count that it read last, and adds its hits to Postgres afterwards.
 */

import { LRUCache } from 'lru-cache'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { deleteExpiredRateLimits } from '../../../../db/queries/auth/rate-limits'
import { AppError, isAppError } from '../../../../temporal/contract/errors'
import { serializeError } from '../../../../temporal/contract/log-redaction'
import { databaseBreaker } from '../resilience/dependency-breakers'
import { withTimeout } from '../resilience/timeout'
import type { Runtime } from '../runtime'
import { sweepHourly } from '../sweep-hourly'
import type { RateLimit } from './rate-limits'

/** Time-out of a query. */
const QUERY_TIMEOUT_MS = 1_500
/** Counters in memory for each limit, about 9 MB. Unbounded, requests with ever new keys would use up the memory. */
const MAX_COUNTERS = 20_000
const WARNING_INTERVAL_MS = 60_000

export interface RateLimiter {
  /** @throws AppError RATE_LIMITED with `retryAfterSeconds` */
  hit(key: string, limit: RateLimit): Promise<void>
  /** Deletes the count of `key`, as after a successful sign-in. */
  reset(key: string, limit: RateLimit): Promise<void>
}

interface StoreClient {
  query(statement: { text: string; values: unknown[] }): Promise<unknown>
}

/** A window of one key, as far as this process knows it. */
interface Counter {
  hits: number
  /** Hits that Postgres failed to count. */
  missingHits: number
  /** Set while missing hits are being added to Postgres. */
  catchUp?: Promise<unknown>
  endsAtMs: number
}

const toRateLimited = (msBeforeNext: number): AppError =>
  new AppError('RATE_LIMITED', undefined, { retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1_000)) })

const createCounters = (windowMs: number) => {
  const counters = new LRUCache<string, Counter>({ max: MAX_COUNTERS })
  const getCounter = (key: string): Counter => {
    const found = counters.get(key)
    if (found && found.endsAtMs > Date.now()) return found
    const counter = { hits: 0, missingHits: 0, endsAtMs: Date.now() + windowMs }
    counters.set(key, counter)
    return counter
  }
  return { getCounter, deleteCounter: (key: string) => counters.delete(key) }
}

const createLimit = (storeClient: StoreClient, { max, windowMs }: RateLimit) => {
  const { getCounter, deleteCounter } = createCounters(windowMs)
  const postgres = new RateLimiterPostgres({
    points: max,
    duration: windowMs / 1_000,
    keyPrefix: '',
    storeClient,
    storeType: 'client',
    tableName: 'rate_limits',
    // By a migration. A limiter that creates it fails for good when Postgres is down at the start.
    tableCreated: true,
    // Keys that used up their limit are refused without a query.
    inMemoryBlockOnConsumed: max,
    // The library would pass the circuit breaker with a slow DELETE, and would not report its errors.
    clearExpiredByTimeout: false,
  })

  const countInPostgres = async (key: string, counter: Counter): Promise<void> => {
    // Otherwise hits that overtake the missing ones are allowed by a count that is too low.
    while (counter.catchUp) await counter.catchUp
    const points = counter.missingHits + 1
    counter.missingHits = 0
    try {
      const counting = postgres.consume(key, points)
      if (points > 1) counter.catchUp = Promise.allSettled([counting]).then(() => delete counter.catchUp)
      const { consumedPoints, msBeforeNext } = await counting
      // Never lower: hits that are under way count too.
      counter.hits = Math.max(counter.hits, consumedPoints)
      counter.endsAtMs = Date.now() + msBeforeNext
    } catch (error) {
      if (error instanceof RateLimiterRes) throw toRateLimited(error.msBeforeNext)
      counter.missingHits += points
      throw error
    }
  }

  return {
    async hit(key: string, maxWaitMs: number): Promise<void> {
      const counter = getCounter(key)
      counter.hits += 1
      const rank = counter.hits
      try {
        // A count that takes longer is not lost: its result still arrives in the counter.
        await withTimeout(countInPostgres(key, counter), maxWaitMs)
      } catch (error) {
        if (isAppError(error)) throw error
        if (rank > max) throw toRateLimited(counter.endsAtMs - Date.now())
      }
    },
    async reset(key: string): Promise<void> {
      deleteCounter(key)
      // The store client has logged the error. The caller's work is done, and the window ends by itself.
      await postgres.delete(key).catch(() => undefined)
    },
  }
}

/** A limit that one process counts for itself. */
const createLocalLimit = ({ max, windowMs }: RateLimit) => {
  const { getCounter, deleteCounter } = createCounters(windowMs)
  return {
    async hit(key: string): Promise<void> {
      const counter = getCounter(key)
      counter.hits += 1
      if (counter.hits > max) throw toRateLimited(counter.endsAtMs - Date.now())
    },
    async reset(key: string): Promise<void> {
      deleteCounter(key)
    },
  }
}

/** @param storeClient runs a query in Postgres; a rejection makes the limits count in memory */
export const createRateLimiter = (storeClient: StoreClient): RateLimiter => {
  // By figures, not by identity: a production build holds three copies of RATE_LIMITS.
  const limits = new Map<string, Pick<ReturnType<typeof createLimit>, 'hit' | 'reset'>>()
  const getLimit = (limit: RateLimit) => {
    const name = `${limit.max}/${limit.windowMs}`
    const entry =
      limits.get(name) ?? (limit.isLocal ? createLocalLimit(limit) : createLimit(storeClient, limit))
    limits.set(name, entry)
    return entry
  }
  return {
    hit: (key, limit) => getLimit(limit).hit(key, limit.maxWaitMs ?? QUERY_TIMEOUT_MS),
    reset: (key, limit) => getLimit(limit).reset(key),
  }
}

/** Without a prepared statement's name, which a transaction pooler could not serve. Warns at most once a minute. */
const createStoreClient = (runtime: Runtime): StoreClient => {
  let warnedAtMs = Number.NEGATIVE_INFINITY
  const warn = (error: unknown): void => {
    if (Date.now() - warnedAtMs < WARNING_INTERVAL_MS) return
    warnedAtMs = Date.now()
    runtime.log.warn({ cause: serializeError(error) }, 'rate limits are counted in memory only')
  }
  return {
    async query({ text, values }) {
      try {
        const result = await databaseBreaker(runtime).execute(
          () => runtime.pool.query(text, values),
          QUERY_TIMEOUT_MS,
        )
        sweepHourly(runtime, 'rate limits', () => deleteExpiredRateLimits(runtime.db, Date.now()))
        return result
      } catch (error) {
        warn(error)
        throw error
      }
    },
  }
}

/** The rate limiter of this process. */
export const getRateLimiter = (runtime: Runtime): RateLimiter =>
  runtime.shared('rate-limiter', () => createRateLimiter(createStoreClient(runtime)))
