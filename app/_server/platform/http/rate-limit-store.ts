/** Rate limits of this process, with counts shared through Postgres. */

import { deleteExpiredHits, deleteHits, upsertHits } from '@/db/queries/auth/rate-limits'
import { toLogError } from '../log'
import { databaseBreaker } from '../resilience/dependency-breakers'
import type { Runtime } from '../runtime'
import { createRateLimiter, type HitStore, type RateLimiter } from './rate-limiter'

const SWEEP_INTERVAL_MS = 3_600_000
/** Time-out of a count in Postgres, for limits that ask it first. */
const COUNT_TIMEOUT_MS = 1_500

/** Deletes ended windows in the background; a failure waits for the next sweep. */
const deleteExpired = ({ db, log }: Runtime): void => {
  deleteExpiredHits(db, new Date()).catch((error: unknown) =>
    log.warn({ cause: toLogError(error) }, 'expired rate limits were not deleted'),
  )
}

/** Counts in Postgres and sweeps once an hour: a guest's counter is used for a minute only. */
const createHitStore = (runtime: Runtime): HitStore => {
  let sweepAtMs = Date.now() + SWEEP_INTERVAL_MS
  return {
    async add(key, hits, resetAt) {
      if (Date.now() > sweepAtMs) {
        sweepAtMs = Date.now() + SWEEP_INTERVAL_MS
        deleteExpired(runtime)
      }
      return databaseBreaker(runtime).execute(
        () => upsertHits(runtime.db, key, hits, resetAt),
        COUNT_TIMEOUT_MS,
      )
    },
    clear: (key) => databaseBreaker(runtime).execute(() => deleteHits(runtime.db, key), COUNT_TIMEOUT_MS),
  }
}

/** The rate limiter of this process. */
export const getRateLimiter = (runtime: Runtime): RateLimiter =>
  runtime.shared('rate-limiter', () =>
    createRateLimiter(createHitStore(runtime), (error) =>
      runtime.log.warn({ cause: toLogError(error) }, 'rate limits are counted in memory only'),
    ),
  )
