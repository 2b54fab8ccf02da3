/** Asking and telling one case: query, memo, signal, and which run is the current one. */

import type { View } from '../contract/case'
import { Refusal } from '../contract/errors'
import { kindOf, workflowIdOf } from '../contract/ids'
import type { CaseMemo } from '../contract/memo'
import { QUERIES } from '../contract/messages'
import { type Calls, within } from './connection'
import { asOutage, isWorkflowNotFound, unavailable } from './failures'
import { memoFrom } from './memo'

const READ_MS = 2_000
const SIGNAL_MS = 5_000

/**
 * The case as its workflow sees it, open or closed, within 2 s. Whatever keeps the workflow from answering (no worker,
 * a busy run, code that fails) is an outage to the reader, who has a snapshot to fall back to.
 * @throws Refusal NOT_FOUND, TEMPORAL_UNAVAILABLE
 */
export const queryView = async (calls: Calls, caseId: string): Promise<View> => {
  const handle = calls.client.workflow.getHandle(workflowIdOf(caseId))
  try {
    return await within(calls, READ_MS, () => handle.query<View>(QUERIES[kindOf(caseId)]))
  } catch (error) {
    throw isWorkflowNotFound(error) ? new Refusal('NOT_FOUND') : unavailable(error)
  }
}

const describe = async (calls: Calls, workflowId: string) => {
  try {
    return await within(calls, READ_MS, () => calls.client.workflow.getHandle(workflowId).describe())
  } catch (error) {
    if (isWorkflowNotFound(error)) return null
    throw asOutage(error)
  }
}

/**
 * What the case was started with, or null where there is none in Temporal.
 * @throws Refusal TEMPORAL_UNAVAILABLE
 */
export const memoOf = async (calls: Calls, caseId: string): Promise<CaseMemo | null> => {
  const description = await describe(calls, workflowIdOf(caseId))
  return description && memoFrom(description.memo ?? {})
}

/**
 * True where `runId` is the newest run of the workflow. After a reset or a continue-as-new an older one is not.
 * @throws Refusal TEMPORAL_UNAVAILABLE
 */
export const isCurrentRun = async (calls: Calls, workflowId: string, runId: string): Promise<boolean> =>
  (await describe(calls, workflowId))?.runId === runId

/**
 * Tells an open case what an outside system reports. `gone`: there is no open case to tell.
 * @throws Refusal TEMPORAL_UNAVAILABLE
 */
export const signal = async (
  calls: Calls,
  caseId: string,
  name: string,
  payload: unknown,
): Promise<'delivered' | 'gone'> => {
  const handle = calls.client.workflow.getHandle(workflowIdOf(caseId))
  try {
    await within(calls, SIGNAL_MS, () => handle.signal(name, payload))
    return 'delivered'
  } catch (error) {
    if (isWorkflowNotFound(error)) return 'gone'
    throw asOutage(error)
  }
}
