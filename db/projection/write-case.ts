/** The only writer of the projection. Activities import it; nothing else may. */

import { and, eq, gt, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import type { ProjectionWrite } from '../../temporal/contract/activities'
import { getCaseId, type WorkflowView } from '../../temporal/contract/cases/case'
import type { Database, Transaction } from '../client'
import { caseEvents, cases } from '../schema/cases'
import { orderIntake, orders } from '../schema/orders'
import { stripUnstorableChars } from '../strip-unstorable-chars'
import { toCaseRow, toOrderRow } from './case-row'

/** True when `runId` is the run that Temporal knows as the current or last one of `workflowId`. */
export type IsCurrentRun = (workflowId: string, runId: string) => Promise<boolean>

/** `superseded`: the row already shows this or something newer. */
export type WriteResult = 'written' | 'superseded'

/** Another run can take a row over between our look and our write; nobody resets a case this often at once. */
const MAX_ATTEMPTS = 10

const { runId: storedRunId, version: storedVersion } = cases

/** The same run: a higher version only, so that retries and reordering cannot rewind the row. */
const isNewerVersion = (view: WorkflowView): SQL | undefined =>
  and(eq(storedRunId, view.runId), lt(storedVersion, view.version))

/** The customer's e-mail is kept in the intake alone; a workflow, and so a view, does not know it. */
const withEmail = (searchText: string, orderId: string | null): SQL<string> => sql<string>`
  ${searchText} || coalesce((select E'\n' || lower(${orderIntake.email}) from ${orderIntake}
    where ${orderIntake.orderId} = ${orderId}), '')`

const upsertCaseRow = async (
  tx: Transaction,
  view: WorkflowView,
  replaces: string | null,
): Promise<boolean> => {
  const { caseId, searchText: words, ...facts } = toCaseRow(view)
  const row = { ...facts, searchText: withEmail(words, view.orderId) }
  const guard = replaces === null ? isNewerVersion(view) : or(isNewerVersion(view), eq(storedRunId, replaces))
  const saved = await tx
    .insert(cases)
    .values({ caseId, ...row })
    .onConflictDoUpdate({ target: cases.caseId, set: { ...row, writtenAt: sql`now()` }, setWhere: guard })
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
 * Adds entries. What another run wrote from the first of them on belongs to a future that a reset undid; what it
 * wrote before is the shared past, which a run that continued as new also leaves alone.
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

/** One transaction; the row of `cases` is locked by its own write, so writers of one case come one by one. */
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
  const row = { runId: storedRunId, version: storedVersion }
  const [stored] = await db
    .select(row)
    .from(cases)
    .where(eq(cases.caseId, getCaseId(view)))
  return stored
}

/**
 * Writes a view and its new stream entries. A row of the same run only moves to a higher version; the row of another
 * run is taken over only by the run that Temporal calls current, whatever the versions say.
 * @throws Error when Postgres, or the answer to `isCurrentRun`, cannot be had
 */
export const writeCase = async (
  db: Database,
  write: ProjectionWrite,
  isCurrentRun: IsCurrentRun,
): Promise<WriteResult> => {
  const clean = stripUnstorableChars(write)
  const { workflowId, runId, version } = clean.view
  let replaces: string | null = null
  for (let look = 0; look < MAX_ATTEMPTS; look++) {
    if (await tryWriteCase(db, clean, replaces)) return 'written'
    const stored = await selectStoredRun(db, clean.view)
    replaces = stored && stored.runId !== runId ? stored.runId : null
    if (stored?.runId === runId && stored.version >= version) return 'superseded'
    // Asked without a lock; the next try takes over only if the row is still this other run's.
    if (replaces !== null && !(await isCurrentRun(workflowId, runId))) return 'superseded'
  }
  throw new Error(`The row of ${workflowId} is changing hands too often`)
}
