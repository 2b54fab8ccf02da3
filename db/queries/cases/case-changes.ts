/** Reads the changes since a time, for a web process whose listener was disconnected. */

import { sql } from 'drizzle-orm'
import type { CaseNotification } from '../../case-notification'
import type { Executor } from '../../client'

export interface CaseChanges {
  notifications: CaseNotification[]
  /** Postgres' clock in milliseconds since 1970: `sinceMs` of the next call. */
  nowMs: number
  /** False where there were more changes than `limit`. */
  isComplete: boolean
}

interface ChangeRow extends Record<string, unknown> {
  caseId: string
  version: number
  orderId: string | null
  owner: string | null
}

/**
 * Cases written after `sinceMs` of Postgres' clock, oldest first, in the form of the missed notifications.
 * @param sinceMs milliseconds since 1970; null reads the clock only
 */
export const selectChangesSince = async (
  db: Executor,
  sinceMs: number | null,
  limit: number,
): Promise<CaseChanges> => {
  const clock = await db.execute<{ nowMs: number }>(
    sql`select (extract(epoch from now()) * 1000)::float8 as "nowMs"`,
  )
  const nowMs = clock.rows[0]?.nowMs ?? 0
  if (sinceMs === null) return { notifications: [], nowMs, isComplete: true }
  const { rows } = await db.execute<ChangeRow>(sql`
    select c.case_id as "caseId", c.version, o.id as "orderId", i.principal as owner
    from cases c
    cross join lateral (select case when c.kind = 'order' then c.case_id else c.order_id end as id) o
    left join order_intake i on i.order_id = o.id
    where c.written_at > to_timestamp(${sinceMs}::float8 / 1000)
    order by c.written_at
    limit ${limit + 1}`)
  return { notifications: rows.slice(0, limit), nowMs, isComplete: rows.length <= limit }
}
