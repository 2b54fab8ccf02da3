/** Read marks: the newest version of a case that an account has read. */

import { and, eq, inArray, lt, not, sql } from 'drizzle-orm'
import type { CaseReadMark } from '../../../temporal/contract/cases/case'
import { DAY_MS } from '../../../temporal/contract/time'
import type { Executor } from '../../client'
import { caseReads, cases } from '../../schema/cases'

/** Read marks are deleted this long after a case has closed; it then counts as read for everybody. */
export const CASE_READ_RETENTION_MS = 90 * DAY_MS

/** Newest version of each case that `userId` has read; unread cases are absent. */
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

/** The last mark of each case, because one statement cannot write a row twice. */
const lastOfEachCase = (marks: readonly CaseReadMark[]): CaseReadMark[] => [
  ...new Map(marks.map((mark) => [mark.caseId, mark])).values(),
]

/** Marks existing cases as read by `userId`. An older version changes nothing; version 0 marks a case as unread. */
export const upsertCaseReads = async (
  db: Executor,
  userId: string,
  marks: readonly CaseReadMark[],
): Promise<void> => {
  // Sorted, so that two calls with the same cases do not deadlock.
  const rows = lastOfEachCase(marks).sort((a, b) => (a.caseId < b.caseId ? -1 : 1))
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

/** Deletes marks older than `before` of cases that closed before it or do not exist. */
export const deleteExpiredCaseReads = async (db: Executor, before: Date): Promise<void> => {
  const isKept = sql`exists (
    select 1 from ${cases}
    where ${cases.caseId} = ${caseReads.caseId} and (${cases.isOpen} or ${cases.updatedAt} >= ${before.toISOString()}))`
  await db.delete(caseReads).where(and(lt(caseReads.readAt, before.toISOString()), not(isKept)))
}
