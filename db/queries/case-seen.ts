/** What people saw of cases. */

import { and, eq, inArray, sql } from 'drizzle-orm'
import type { SeenCase } from '../../temporal/contract/case'
import type { Executor } from '../client'
import { caseSeen } from '../schema/cases'

/** Newest version of each case that `userId` saw; cases they never saw are absent. */
export const seenVersions = async (
  db: Executor,
  userId: string,
  caseIds: readonly string[],
): Promise<Map<string, number>> => {
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .select({ caseId: caseSeen.caseId, version: caseSeen.version })
    .from(caseSeen)
    .where(and(eq(caseSeen.userId, userId), inArray(caseSeen.caseId, [...caseIds])))
  return new Map(rows.map(({ caseId, version }) => [caseId, version]))
}

/** The last of each case: one statement cannot write a row twice. */
const lastOfEach = (seen: readonly SeenCase[]): SeenCase[] => [
  ...new Map(seen.map((one) => [one.caseId, one])).values(),
]

/** Remembers what `userId` saw. An older version changes nothing; version 0 forgets what they saw. */
export const markSeen = async (db: Executor, userId: string, seen: readonly SeenCase[]): Promise<void> => {
  // In one order, so that two calls that name the same cases do not lock each other out.
  const rows = lastOfEach(seen).sort((a, b) => (a.caseId < b.caseId ? -1 : 1))
  await db
    .insert(caseSeen)
    .values(rows.map(({ caseId, version }) => ({ userId, caseId, version })))
    .onConflictDoUpdate({
      target: [caseSeen.userId, caseSeen.caseId],
      set: { version: sql`excluded.version`, seenAt: sql`now()` },
      setWhere: sql`excluded.version = 0 or excluded.version > ${caseSeen.version}`,
    })
}
