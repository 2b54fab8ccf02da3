/** Reads of cases from the projection. */

import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import type { StreamEntry } from '../../../temporal/contract/cases/activity-stream'
import type { WorkflowView } from '../../../temporal/contract/cases/case'
import type { Executor } from '../../client'
import { caseEvents, cases } from '../../schema/cases'
import { toIso } from '../to-iso'

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
