/** Counters of the rate limits. rate-limiter-flexible reads and writes them; only their end is ours. */

import { lt } from 'drizzle-orm'
import type { Executor } from '../../client'
import { rateLimits } from '../../schema/auth'

/** Deletes the counters of windows that ended before `nowMs`, in milliseconds since 1970. */
export const deleteExpiredRateLimits = async (db: Executor, nowMs: number): Promise<void> => {
  await db.delete(rateLimits).where(lt(rateLimits.expire, nowMs))
}
