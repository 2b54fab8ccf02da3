/** Cases with a step that waits for its next attempt. */

import { asc, eq, sql } from 'drizzle-orm'
import type { Executor } from '../../client'
import { cases } from '../../schema/cases'

/** Ids of parked cases, those that changed longest ago first, with the number of all. */
export const selectParkedCaseIds = async (
  db: Executor,
  limit: number,
): Promise<{ caseIds: string[]; total: number }> => {
  const rows = await db
    .select({ caseId: cases.caseId, total: sql<number>`count(*) over ()::int` })
    .from(cases)
    .where(eq(cases.waitingFor, 'attention'))
    .orderBy(asc(cases.updatedAt))
    .limit(limit)
  return { caseIds: rows.map(({ caseId }) => caseId), total: rows[0]?.total ?? 0 }
}

/** Number of parked cases. */
export const countParkedCases = (db: Executor): Promise<number> =>
  db.$count(cases, eq(cases.waitingFor, 'attention'))
