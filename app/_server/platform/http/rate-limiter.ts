/**
 * Rate limits: fixed windows, counted in Postgres for all processes. While Postgres is unavailable each process counts
 * in memory for itself.
 */

import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../../../../temporal/contract/errors'
import { serializeError } from '../../../../temporal/contract/log-redaction'
import { databaseBreaker } from '../resilience/dependency-breakers'
import type { Runtime } from '../runtime'

export interface RateLimit {
  max: number
  windowMs: number
}

const MINUTE_MS = 60_000

export const RATE_LIMITS = {
  /** Sign-in attempts for one e-mail address. */
  signIn: { max: 10, windowMs: 15 * MINUTE_MS },
  /** Sign-in attempts from one network address; counted only behind named proxies. */
  signInAddress: { max: 60, windowMs: 15 * MINUTE_MS },
  /** Attempts to enter the current password when it is changed. */
  password: { max: 10, windowMs: 15 * MINUTE_MS },
  /** Mutations by one principal. */
  mutation: { max: 600, windowMs: MINUTE_MS },
  /** Mutations through one status link, which needs no account. */
  link: { max: 30, windowMs: MINUTE_MS },
  /** Comments of one person that mention colleagues, each of whom gets a mail. */
  mention: { max: 60, windowMs: 10 * MINUTE_MS },
  /** Mutations by guests of one network address, since anybody can get a new guest cookie. */
  guestAddress: { max: 300, windowMs: MINUTE_MS },
} as const satisfies Record<string, RateLimit>

/** Time-out of a count in Postgres; then this process counts in memory. */
const COUNT_TIMEOUT_MS = 1_500

export interface RateLimiter {
  /** @throws AppError RATE_LIMITED with `retryAfterSeconds` */
  hit(key: string, limit: RateLimit): Promise<void>
  /** Deletes the count of `key`, as after a successful sign-in. */
  reset(key: string, limit: RateLimit): Promise<void>
}

interface StoreClient {
  query(statement: { text: string; values: unknown[] }): Promise<unknown>
}

const createLimit = (storeClient: StoreClient, { max, windowMs }: RateLimit) => {
  const options = { points: max, duration: windowMs / 1_000, keyPrefix: '' }
  const memory = new RateLimiterMemory(options)
  const postgres = new RateLimiterPostgres({
    ...options,
    storeClient,
    storeType: 'client',
    tableName: 'rate_limits',
    // By a migration. A limiter that creates it fails for good when Postgres is down at the start.
    tableCreated: true,
    // Keys that used up their limit are refused without a query.
    inMemoryBlockOnConsumed: max,
    insuranceLimiter: memory,
    // One sweep of the table is enough: it deletes the rows of all limits.
    clearExpiredByTimeout: max === RATE_LIMITS.mutation.max,
  })
  return { memory, postgres }
}

/** @param storeClient runs a query in Postgres; a rejection makes the limits count in memory */
export const createRateLimiter = (storeClient: StoreClient): RateLimiter => {
  // By figures, not by identity: a production build holds three copies of RATE_LIMITS.
  const limits = new Map<string, ReturnType<typeof createLimit>>()
  const getLimit = (limit: RateLimit) => {
    const name = `${limit.max}/${limit.windowMs}`
    const entry = limits.get(name) ?? createLimit(storeClient, limit)
    limits.set(name, entry)
    return entry
  }
  return {
    async hit(key, limit) {
      try {
        await getLimit(limit).postgres.consume(key)
      } catch (result) {
        if (!(result instanceof RateLimiterRes)) throw result
        const retryAfterSeconds = Math.max(1, Math.ceil(result.msBeforeNext / 1_000))
        throw new AppError('RATE_LIMITED', undefined, { retryAfterSeconds })
      }
    },
    async reset(key, limit) {
      const { memory, postgres } = getLimit(limit)
      await Promise.all([memory.delete(key), postgres.delete(key)])
    },
  }
}

/** Without a prepared statement's name, which a transaction pooler could not serve. Logs a change of place once. */
const createStoreClient = (runtime: Runtime): StoreClient => {
  let isInMemory = false
  const setInMemory = (to: boolean, error?: unknown): void => {
    if (to && !isInMemory)
      runtime.log.warn({ cause: serializeError(error) }, 'rate limits are counted in memory only')
    if (!to && isInMemory) runtime.log.info('rate limits are counted in Postgres again')
    isInMemory = to
  }
  return {
    async query({ text, values }) {
      try {
        const result = await databaseBreaker(runtime).execute(
          () => runtime.pool.query(text, values),
          COUNT_TIMEOUT_MS,
        )
        setInMemory(false)
        return result
      } catch (error) {
        setInMemory(true, error)
        throw error
      }
    },
  }
}

/** The rate limiter of this process. */
export const getRateLimiter = (runtime: Runtime): RateLimiter =>
  runtime.shared('rate-limiter', () => createRateLimiter(createStoreClient(runtime)))
