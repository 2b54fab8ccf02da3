/** Read marks: which version of a case each person has read. A person's own change counts as read. */

import {
  CASE_READ_RETENTION_MS,
  deleteExpiredCaseReads,
  upsertCaseReads,
} from '@/db/queries/cases/read-marks'
import type { CaseReadMark } from '@/temporal/contract/cases/case'
import type { Context } from '../auth/context'
import { isDatabaseDown } from '../platform/resilience/database-errors'
import type { Runtime } from '../platform/runtime'
import { sweepHourly } from '../platform/sweep-hourly'
import { expireCounts } from './case-count-cache'

/** Stores read marks and expires the person's cached counts. */
export const saveReads = async (
  runtime: Runtime,
  actorId: string,
  marks: readonly CaseReadMark[],
): Promise<void> => {
  await upsertCaseReads(runtime.db, actorId, marks)
  expireCounts(runtime, actorId)
  sweepHourly(runtime, 'read marks', () =>
    deleteExpiredCaseReads(runtime.db, new Date(Date.now() - CASE_READ_RETENTION_MS)),
  )
}

/** Marks a version as read by the caller, in the background. Never throws; a failed write is only logged. */
export const markReadByCaller = ({ actor, runtime }: Context, caseId: string, version: number): void => {
  if (!actor) return
  saveReads(runtime, actor.id, [{ caseId, version }]).catch((error: unknown) => {
    if (!isDatabaseDown(error)) runtime.log.warn({ caseId, err: String(error) }, 'a read mark was not stored')
  })
}
