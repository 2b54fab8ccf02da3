/** The only writer of the projection; only activities may import it. */

import { and, eq, gt, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import type { ProjectionWrite } from '../../temporal/contract/activities'
import { getCaseId, type WorkflowView } from '../../temporal/contract/cases/case'
import type { Database, Transaction } from '../client'
import { caseEvents, cases } from '../schema/cases'
import { orderIntake, orders } from '../schema/orders'
import { stripUnstorableChars } from '../strip-unstorable-chars'
import { toCaseRow, toOrderRow } from './view-to-rows'

/** True when `runId` is the run that Temporal knows as the current or last one of `workflowId`. */
export type IsCurrentRun = (workflowId: string, runId: string) => Promise<boolean>

/** `superseded`: the row already has this version or a newer one. */
export type WriteResult = 'written' | 'superseded'

/** Another run may take the row over between read and write; no case is reset this often at once. */
const MAX_ATTEMPTS = 10

/** True for a higher version of the same run, so that retries and reordering cannot rewind the row. */
const isNewerVersion = (view: WorkflowView): SQL | undefined =>
  and(eq(cases.runId, view.runId), lt(cases.version, view.version))

/**
 * Adds the customer's e-mail, which only the intake holds: workflows and views must not contain it. It is ASCII, of
 * which folding only changes the case.
 */
const withEmail = (searchText: string, orderId: string | null): SQL<string> => sql<string>`
  ${searchText} || coalesce((select E'\n' || lower(${orderIntake.email}) from ${orderIntake}
    where ${orderIntake.orderId} = ${orderId}), '')`

const upsertCaseRow = async (
  tx: Transaction,
  view: WorkflowView,
  replaces: string | null,
): Promise<boolean> => {
  const { caseId, ...columns } = toCaseRow(view)
  const row = { ...columns, searchText: withEmail(columns.searchText, view.orderId) }
  const setWhere =
    replaces === null ? isNewerVersion(view) : or(isNewerVersion(view), eq(cases.runId, replaces))
  const saved = await tx
    .insert(cases)
    .values({ caseId, ...row })
    .onConflictDoUpdate({ target: cases.caseId, set: { ...row, writtenAt: sql`now()` }, setWhere })
    .returning({ caseId: cases.caseId })
  return saved.length > 0
}

const upsertOrderRow = async (tx: Transaction, view: WorkflowView): Promise<void> => {
  if (view.kind !== 'order') return
  const { orderId, ...row } = toOrderRow(view)
  await tx
    .insert(orders)
    .values({ orderId, ...row })
    .onConflictDoUpdate({ target: orders.orderId, set: row })
}

/**
 * Upserts entries. Entries of another run from the first of these on were undone by a reset and are replaced; earlier
 * ones are the history of both runs and stay, as they do after a continue-as-new.
 */
const upsertEntries = async (tx: Transaction, { view, entries }: ProjectionWrite): Promise<void> => {
  const last = entries.at(-1)
  if (!last) return
  const { runId } = view
  const caseId = getCaseId(view)
  const rows = entries.map(({ timestamp, ...entry }) => ({ ...entry, caseId, runId, at: timestamp }))
  const excluded = { code: sql`excluded.code`, params: sql`excluded.params`, sender: sql`excluded.sender` }
  await tx
    .insert(caseEvents)
    .values(rows)
    .onConflictDoUpdate({
      target: [caseEvents.caseId, caseEvents.id],
      set: { ...excluded, runId, at: sql`excluded.at` },
      setWhere: ne(caseEvents.runId, runId),
    })
  await tx
    .delete(caseEvents)
    .where(and(eq(caseEvents.caseId, caseId), gt(caseEvents.id, last.id), ne(caseEvents.runId, runId)))
}

/** Writes in one transaction. The upsert locks the row of `cases`, so the writers of one case run one by one. */
const tryWriteCase = (db: Database, write: ProjectionWrite, replaces: string | null): Promise<boolean> =>
  db.transaction(async (tx) => {
    if (!(await upsertCaseRow(tx, write.view, replaces))) return false
    await upsertOrderRow(tx, write.view)
    await upsertEntries(tx, write)
    return true
  })

const selectStoredRun = async (
  db: Database,
  view: WorkflowView,
): Promise<{ runId: string; version: number } | undefined> => {
  const [stored] = await db
    .select({ runId: cases.runId, version: cases.version })
    .from(cases)
    .where(eq(cases.caseId, getCaseId(view)))
  return stored
}

/**
 * Writes a view and its new stream entries. Within a run the row only moves to a higher version. The row of another run
 * is replaced only by the current run of the workflow, regardless of versions.
 * @throws Error when Postgres or `isCurrentRun` fails
 */
export const writeCase = async (
  db: Database,
  write: ProjectionWrite,
  isCurrentRun: IsCurrentRun,
): Promise<WriteResult> => {
  const clean = stripUnstorableChars(write)
  const { workflowId, runId, version } = clean.view
  let replaces: string | null = null
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    if (await tryWriteCase(db, clean, replaces)) return 'written'
    const stored = await selectStoredRun(db, clean.view)
    replaces = stored && stored.runId !== runId ? stored.runId : null
    if (stored?.runId === runId && stored.version >= version) return 'superseded'
    // Called without a lock: the next attempt replaces the row only if it still belongs to that other run.
    if (replaces !== null && !(await isCurrentRun(workflowId, runId))) return 'superseded'
  }
  throw new Error(`The row of ${workflowId} is replaced by other runs too often`)
}
