/** What people saw of cases. */

import { and, eq, inArray, lt, not, sql } from 'drizzle-orm'
import type { CaseReadMark } from '../../../temporal/contract/cases/case'
import { DAY_MS } from '../../../temporal/contract/time'
import type { Executor } from '../../client'
import { caseReads, cases } from '../../schema/cases'

/** What was seen of a case is kept so long after its end; it is unread to nobody then. */
export const CASE_READ_RETENTION_MS = 90 * DAY_MS

/** Newest version of each case that `userId` saw; cases they never saw are absent. */
export const selectReadVersions = async (
  db: Executor,
  userId: string,
  caseIds: readonly string[],
): Promise<Map<string, number>> => {
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .select({ caseId: caseReads.caseId, version: caseReads.version })
    .from(caseReads)
    .where(and(eq(caseReads.userId, userId), inArray(caseReads.caseId, [...caseIds])))
  return new Map(rows.map(({ caseId, version }) => [caseId, version]))
}

/** The last of each case: one statement cannot write a row twice. */
const lastOfEachCase = (seen: readonly CaseReadMark[]): CaseReadMark[] => [
  ...new Map(seen.map((one) => [one.caseId, one])).values(),
]

/** Remembers what `userId` saw of cases that there are. An older version changes nothing; version 0 forgets what they saw. */
export const upsertCaseReads = async (
  db: Executor,
  userId: string,
  seen: readonly CaseReadMark[],
): Promise<void> => {
  // In one order, so that two calls that name the same cases do not lock each other out.
  const rows = lastOfEachCase(seen).sort((a, b) => (a.caseId < b.caseId ? -1 : 1))
  if (rows.length === 0) return
  const named = sql.join(
    rows.map(({ caseId, version }) => sql`(${caseId}, ${version}::int)`),
    sql`, `,
  )
  await db.execute(sql`
    insert into ${caseReads} (user_id, case_id, version)
    select ${userId}, named.case_id, named.version
    from (values ${named}) as named (case_id, version)
    join ${cases} on ${cases.caseId} = named.case_id
    order by named.case_id
    on conflict (user_id, case_id) do update set version = excluded.version, read_at = now()
    where excluded.version = 0 or excluded.version > ${caseReads.version}`)
}

/** Forgets who saw cases that ended before `before`, and what was seen of cases that there are not. */
export const deleteExpiredCaseReads = async (db: Executor, before: Date): Promise<void> => {
  const isKept = sql`exists (
    select 1 from ${cases}
    where ${cases.caseId} = ${caseReads.caseId} and (${cases.isOpen} or ${cases.updatedAt} >= ${before.toISOString()}))`
  await db.delete(caseReads).where(and(lt(caseReads.readAt, before.toISOString()), not(isKept)))
}
