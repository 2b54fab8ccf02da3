/** Seeds many cases, for tests and benchmarks of a large table. */

import { sql } from 'drizzle-orm'
import type { Database } from '../client'

/**
 * Fills an empty projection. Every third case is an approval and a fifth of those is open, half of them in the group
 * `risk` and half in `finance`. No notifications are sent.
 * @param now half of the deadlines are before this time
 */
export const seedManyCases = async (db: Database, count: number, now: Date): Promise<void> => {
  await db.execute(sql`alter table cases disable trigger cases_notify`)
  await db.execute(sql`
    insert into cases (case_id, kind, state, is_open, number, title, submitter, assignee, assignee_id, group_id,
      priority, amount_cents, due_at, search_text, created_at, updated_at, run_id, version, snapshot)
    select
      'id' || i,
      (case when i % 3 = 0 then 'approval' else 'order' end)::case_kind,
      (case when i % 3 = 0 then case when i % 5 = 0 then 'OPEN' else 'APPROVED' end
        else case when i % 5 = 1 then 'PENDING' else 'COMPLETED' end end)::case_state,
      i % 5 in (0, 1) and (i % 5 = 0) = (i % 3 = 0),
      'N' || i, 'Order N' || i, jsonb_build_object('name', 'Ada ' || i % 999),
      case when i % 4 = 0 then jsonb_build_object('id', 'p' || i % 9, 'name', 'Person ' || i % 9) end,
      case when i % 900 = 0 then 'ana' end,
      case when i % 3 = 0 then case when i % 2 = 0 then 'risk' else 'finance' end end,
      i % 4,
      case when i % 2 = 0 then i * 7 % 100000 end,
      case when i % 3 = 0 and i % 7 > 0
        then ${now.toISOString()}::timestamptz + make_interval(mins => i * 31 % 9999 - 5000) end,
      'order n' || i || ' ada ' || i % 999 || ' enamel mug ' || i % 50 || ' ' || md5(i::text) || '@customer.example',
      timestamptz '2026-01-01' + make_interval(secs => i),
      timestamptz '2026-01-01' + make_interval(secs => i * 17 % 99991),
      'run', 1 + i % 4, '{}'
    from generate_series(1, ${count}::int) as i`)
  await db.execute(sql`vacuum analyze cases`)
}

/** Marks every case as read by an account at version 2. */
export const seedCaseReads = async (db: Database, userId: string): Promise<void> => {
  await db.execute(
    sql`insert into case_reads (user_id, case_id, version) select ${userId}, case_id, 2 from cases`,
  )
  await db.execute(sql`vacuum analyze case_reads`)
}
