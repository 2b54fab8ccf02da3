/**
 * Folds the search texts that older versions wrote, and normalises the names that they stored. SQL cannot fold as the
 * question is folded, so this runs after the migrations, in batches: it may be stopped, repeated, and run beside
 * workers that write.
 */

import { and, asc, eq, gt, type SQL } from 'drizzle-orm'
import { foldText } from '../temporal/contract/text/fold-text'
import { normaliseLine } from '../temporal/contract/text/normalise-text'
import type { Executor } from './client'
import { toAccountSearchText } from './queries/people/account-search'
import { groups, user } from './schema/auth'
import { cases, isUnfolded } from './schema/cases'

const BATCH = 500

/** Calls `handle` with every row of a table, `BATCH` at a time, in the order of their ids. */
const forEachBatch = async <R extends { id: string }>(
  read: (after: string) => Promise<R[]>,
  handle: (row: R) => Promise<unknown>,
): Promise<void> => {
  let last = ''
  for (let rows = await read(last); rows.length > 0; rows = await read(last)) {
    for (const row of rows) await handle(row)
    last = rows.at(-1)?.id ?? last
  }
}

/** Folds the cases that older workers wrote. A row that a worker writes meanwhile has another version and is left as the worker wrote it. */
export const refoldCases = (db: Executor): Promise<void> =>
  forEachBatch(
    (after) =>
      db
        .select({ id: cases.caseId, version: cases.version, runId: cases.runId, text: cases.searchText })
        .from(cases)
        .where(and(isUnfolded(cases), gt(cases.caseId, after)))
        .orderBy(asc(cases.caseId))
        .limit(BATCH),
    ({ id, version, runId, text }) =>
      db
        .update(cases)
        .set({ searchText: foldText(text), foldedVersion: version })
        .where(and(eq(cases.caseId, id), eq(cases.version, version), eq(cases.runId, runId))),
  )

const refoldAccounts = (db: Executor): Promise<void> =>
  forEachBatch(
    (after) =>
      db
        .select({ id: user.id, name: user.name, email: user.email, searchText: user.searchText })
        .from(user)
        .where(gt(user.id, after))
        .orderBy(asc(user.id))
        .limit(BATCH),
    async ({ id, name, email, searchText }) => {
      const stored = normaliseLine(name).trim() || name
      const folded = toAccountSearchText({ name: stored, email })
      if (stored === name && folded === searchText) return
      const isUnchanged: SQL | undefined = and(eq(user.id, id), eq(user.name, name))
      await db.update(user).set({ name: stored, searchText: folded }).where(isUnchanged)
    },
  )

const normaliseGroups = (db: Executor): Promise<void> =>
  forEachBatch(
    (after) =>
      db
        .select({ id: groups.id, name: groups.name })
        .from(groups)
        .where(gt(groups.id, after))
        .orderBy(asc(groups.id))
        .limit(BATCH),
    async ({ id, name }) => {
      const stored = normaliseLine(name).trim() || name
      if (stored !== name) await db.update(groups).set({ name: stored }).where(eq(groups.id, id))
    },
  )

/** Folds and normalises what older versions stored. */
export const refoldSearchText = async (db: Executor): Promise<void> => {
  await refoldCases(db)
  await refoldAccounts(db)
  await normaliseGroups(db)
}
