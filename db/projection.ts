/** The only writer of the projection. Activities import it; nothing else may. */

import { and, eq, gt, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import type { ProjectionWrite } from '../temporal/contract/activities'
import { caseIdOfView, type View } from '../temporal/contract/case'
import { caseRowOf, orderRowOf, storable } from './case-row'
import type { Database, Transaction } from './client'
import { caseEvents, cases } from './schema/cases'
import { orderIntake, orders } from './schema/orders'

/** True when `runId` is the run that Temporal knows as the current or last one of `workflowId`. */
export type IsCurrentRun = (workflowId: string, runId: string) => Promise<boolean>

/** `superseded`: the row already shows this or something newer. */
export type WriteResult = 'written' | 'superseded'

/** Another run can take a row over between our look and our write; nobody resets a case this often at once. */
const MAX_LOOKS = 10

const { runId: storedRun, version: storedVersion } = cases

/** The same run: a higher version only, so that retries and reordering cannot rewind the row. */
const isNewer = (view: View): SQL | undefined =>
  and(eq(storedRun, view.runId), lt(storedVersion, view.version))

/** The customer's e-mail is kept in the intake alone; a workflow, and so a view, does not know it. */
const withEmail = (searchText: string, orderId: string | null): SQL<string> => sql<string>`
  ${searchText} || coalesce((select E'\n' || lower(${orderIntake.email}) from ${orderIntake}
    where ${orderIntake.orderId} = ${orderId}), '')`

const saveRow = async (tx: Transaction, view: View, replaces: string | null): Promise<boolean> => {
  const { caseId, searchText: words, ...facts } = caseRowOf(view)
  const row = { ...facts, searchText: withEmail(words, view.orderId) }
  const guard = replaces === null ? isNewer(view) : or(isNewer(view), eq(storedRun, replaces))
  const saved = await tx
    .insert(cases)
    .values({ caseId, ...row })
    .onConflictDoUpdate({ target: cases.caseId, set: { ...row, writtenAt: sql`now()` }, setWhere: guard })
    .returning({ caseId: cases.caseId })
  return saved.length > 0
}

const saveOrder = async (tx: Transaction, view: View): Promise<void> => {
  if (view.kind !== 'order') return
  const { orderId, ...row } = orderRowOf(view)
  await tx
    .insert(orders)
    .values({ orderId, ...row })
    .onConflictDoUpdate({ target: orders.orderId, set: row })
}

/**
 * Adds entries. What another run wrote from the first of them on belongs to a future that a reset undid; what it
 * wrote before is the shared past, which a run that continued as new also leaves alone.
 */
const saveEntries = async (tx: Transaction, { view, entries }: ProjectionWrite): Promise<void> => {
  const last = entries.at(-1)
  if (!last) return
  const { runId } = view
  const caseId = caseIdOfView(view)
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
const tryWrite = (db: Database, write: ProjectionWrite, replaces: string | null): Promise<boolean> =>
  db.transaction(async (tx) => {
    if (!(await saveRow(tx, write.view, replaces))) return false
    await saveOrder(tx, write.view)
    await saveEntries(tx, write)
    return true
  })

const lookAt = async (db: Database, view: View): Promise<{ runId: string; version: number } | undefined> => {
  const row = { runId: storedRun, version: storedVersion }
  const [stored] = await db
    .select(row)
    .from(cases)
    .where(eq(cases.caseId, caseIdOfView(view)))
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
  const clean = storable(write)
  const { workflowId, runId, version } = clean.view
  let replaces: string | null = null
  for (let look = 0; look < MAX_LOOKS; look++) {
    if (await tryWrite(db, clean, replaces)) return 'written'
    const stored = await lookAt(db, clean.view)
    replaces = stored && stored.runId !== runId ? stored.runId : null
    if (stored?.runId === runId && stored.version >= version) return 'superseded'
    // Asked without a lock; the next try takes over only if the row is still this other run's.
    if (replaces !== null && !(await isCurrentRun(workflowId, runId))) return 'superseded'
  }
  throw new Error(`The row of ${workflowId} is changing hands too often`)
}
