/** Asking and telling one case: query, memo, signal, and which run is the current one. */

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
 * The case as its workflow sees it, open or closed, within 2 s. Whatever keeps the workflow from answering (no worker,
 * a busy run, code that fails) is an outage to the reader, who has a snapshot to fall back to.
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
 * What the case was started with, or null where there is none in Temporal.
 * @throws AppError TEMPORAL_UNAVAILABLE
 */
export const getMemo = async (temporal: TemporalConnection, caseId: string): Promise<CaseMemo | null> => {
  const description = await describeWorkflow(temporal, toWorkflowId(caseId))
  return description && parseMemo(description.memo ?? {})
}

/**
 * True where `runId` is the newest run of the workflow. After a reset or a continue-as-new an older one is not.
 * @throws AppError TEMPORAL_UNAVAILABLE
 */
export const isCurrentRun = async (
  temporal: TemporalConnection,
  workflowId: string,
  runId: string,
): Promise<boolean> => (await describeWorkflow(temporal, workflowId))?.runId === runId

/**
 * Tells an open case what an outside system reports. `gone`: there is no open case to tell.
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
