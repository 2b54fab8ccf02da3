/** Counters of the rate limits, shared by all web processes. */

import { lt, sql } from 'drizzle-orm'
import type { Database } from '../../client'
import { rateLimits } from '../../schema/auth'

/**
 * Adds `hits` to the counter of `key` in the window that ends at `resetAt`; a window that is over starts again.
 * @returns the counter after that
 */
export const upsertHits = async (db: Database, key: string, hits: number, resetAt: Date): Promise<number> => {
  const [row] = await db
    .insert(rateLimits)
    .values({ key, count: hits, resetAt })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${rateLimits.resetAt} < excluded.reset_at then excluded.count else ${rateLimits.count} + excluded.count end`,
        resetAt: sql`greatest(${rateLimits.resetAt}, excluded.reset_at)`,
      },
    })
    .returning({ count: rateLimits.count })
  return row?.count ?? hits
}

/** Forgets the counter of `key`. */
export const deleteHits = async (db: Database, key: string): Promise<void> => {
  await db.delete(rateLimits).where(sql`${rateLimits.key} = ${key}`)
}

/** Deletes counters whose window ended before `before`. */
export const deleteExpiredHits = async (db: Database, before: Date): Promise<void> => {
  await db.delete(rateLimits).where(lt(rateLimits.resetAt, before))
}
