/** Reads of cases from the projection. */

import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import type { StreamEntry } from '../../../temporal/contract/cases/activity-stream'
import type { WorkflowView } from '../../../temporal/contract/cases/case'
import type { CaseFilter } from '../../../temporal/contract/cases/case-filter'
import type { Executor } from '../../client'
import { caseEvents, cases } from '../../schema/cases'
import { toIso } from '../to-iso'
import { isBackward } from './case-keyset'
import {
  buildPageQuery,
  type CasePage,
  hasRowAfter,
  type PageRequest,
  selectCappedCount,
  toPage,
} from './case-list'

/** A case as its workflow wrote it last. */
export interface StoredCase {
  view: WorkflowView
  /** When it was written, ISO 8601. */
  asOf: string
  isOpen: boolean
  /** Hash of the request that started an approval; null for an order, whose intake has it. */
  requestHash: string | null
}

const selectStream = async (db: Executor, caseId: string): Promise<StreamEntry[]> => {
  const rows = await db
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(asc(caseEvents.id))
  return rows.map(({ id, code, params, sender, at }) => ({ id, code, params, sender, timestamp: toIso(at) }))
}

/** The stored case with its whole stream, or null. */
export const selectCase = async (db: Executor, caseId: string): Promise<StoredCase | null> => {
  const [row] = await db.select().from(cases).where(eq(cases.caseId, caseId))
  if (!row) return null
  return {
    view: { ...row.snapshot, stream: await selectStream(db, caseId) },
    asOf: toIso(row.writtenAt),
    isOpen: row.isOpen,
    requestHash: row.requestHash,
  }
}

/** Version of each stored case; cases that are not stored are absent. */
export const selectCaseVersions = async (
  db: Executor,
  caseIds: readonly string[],
): Promise<Map<string, number>> => {
  const rows = await db
    .select({ caseId: cases.caseId, version: cases.version })
    .from(cases)
    .where(inArray(cases.caseId, [...caseIds]))
  return new Map(rows.map(({ caseId, version }) => [caseId, version]))
}

/**
 * A page of the cases that match `filter`. Rows without a sort value are last; rows with equal values are in the order
 * of their ids. A page after a row whose followers are gone is empty, and `prev` is that row itself.
 * @returns `total` up to 10,000; above that `exact` is false
 */
export const selectCasePage = async (
  db: Executor,
  filter: CaseFilter,
  page: PageRequest,
  now = new Date(),
): Promise<CasePage> => {
  const [rows, total] = await Promise.all([
    buildPageQuery(db, filter, page, now) ?? [],
    selectCappedCount(db, filter, now),
  ])
  const { next, ...found } = toPage(rows, page)
  const isLast =
    next !== null && isBackward(page) && !(await hasRowAfter(db, filter, { ...page, after: next }, now))
  return { ...found, next: isLast ? null : next, total }
}

/** The open approval that changed last, except `caseId`; null where there is none. */
export const selectNewestOpenApproval = async (db: Executor, caseId: string): Promise<string | null> => {
  const [row] = await db
    .select({ caseId: cases.caseId })
    .from(cases)
    .where(and(eq(cases.kind, 'approval'), eq(cases.isOpen, true), ne(cases.caseId, caseId)))
    .orderBy(desc(cases.updatedAt))
    .limit(1)
  return row?.caseId ?? null
}
