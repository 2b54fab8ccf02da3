/** Operations on one case: query, memo, signal, and which run is current. */

import type { WorkflowView } from '../contract/cases/case'
import { getCaseKind, toWorkflowId } from '../contract/cases/case-ids'
import type { CaseMemo } from '../contract/cases/case-memo'
import { AppError } from '../contract/errors'
import { QUERIES } from '../contract/temporal-names'
import { type TemporalConnection, withDeadline } from './connection'
import { parseMemo } from './parse-memo'
import { isWorkflowNotFound, temporalUnavailable, toOutageError } from './temporal-errors'

const READ_MS = 2_000
const SIGNAL_MS = 5_000

/**
 * The view of an open or closed case, within 2 s. Every failure of the query (no worker, a busy run, code that fails)
 * counts as an outage, because the caller can fall back to the snapshot.
 * @throws AppError NOT_FOUND, TEMPORAL_UNAVAILABLE
 */
export const queryView = async (temporal: TemporalConnection, caseId: string): Promise<WorkflowView> => {
  const handle = temporal.client.workflow.getHandle(toWorkflowId(caseId))
  try {
    return await withDeadline(temporal, READ_MS, () =>
      handle.query<WorkflowView>(QUERIES[getCaseKind(caseId)]),
    )
  } catch (error) {
    throw isWorkflowNotFound(error) ? new AppError('NOT_FOUND') : temporalUnavailable(error)
  }
}

const describeWorkflow = async (temporal: TemporalConnection, workflowId: string) => {
  try {
    return await withDeadline(temporal, READ_MS, () =>
      temporal.client.workflow.getHandle(workflowId).describe(),
    )
  } catch (error) {
    if (isWorkflowNotFound(error)) return null
    throw toOutageError(error)
  }
}

/**
 * The memo of a case, or null where Temporal has no such case.
 * @throws AppError TEMPORAL_UNAVAILABLE
 */
export const getMemo = async (temporal: TemporalConnection, caseId: string): Promise<CaseMemo | null> => {
  const description = await describeWorkflow(temporal, toWorkflowId(caseId))
  return description && parseMemo(description.memo ?? {})
}

/**
 * True where `runId` is the newest run of the workflow; false for runs before a reset or a continue-as-new.
 * @throws AppError TEMPORAL_UNAVAILABLE
 */
export const isCurrentRun = async (
  temporal: TemporalConnection,
  workflowId: string,
  runId: string,
): Promise<boolean> => (await describeWorkflow(temporal, workflowId))?.runId === runId

/**
 * Signals an open case, within 5 s. `gone`: the case is closed or does not exist.
 * @throws AppError TEMPORAL_UNAVAILABLE
 */
export const signalCase = async (
  temporal: TemporalConnection,
  caseId: string,
  name: string,
  payload: unknown,
): Promise<'delivered' | 'gone'> => {
  const handle = temporal.client.workflow.getHandle(toWorkflowId(caseId))
  try {
    await withDeadline(temporal, SIGNAL_MS, () => handle.signal(name, payload))
    return 'delivered'
  } catch (error) {
    if (isWorkflowNotFound(error)) return 'gone'
    throw toOutageError(error)
  }
}
