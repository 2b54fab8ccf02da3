/** Sends an update to the workflow of a case, and passes its version to the case reader. */

import { checkHealth } from '@/temporal/client/check-health'
import { executeUpdate, type UpdateOutcome } from '@/temporal/client/execute-update'
import type { WorkflowView } from '@/temporal/contract/cases/case'
import { AppError, isAppError } from '@/temporal/contract/errors'
import type { UpdateName } from '@/temporal/contract/temporal-names'
import type { Context } from '../auth/context'
import { temporalBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'
import { live } from './live'

export interface CaseUpdate {
  caseId: string
  name: UpdateName
  input: unknown
  /** Identifies a mutation over its retries. It contains the name, since ids dedupe across update names. */
  updateId: string
}

const HEALTH_TIMEOUT_MS = 1_500

/**
 * Checks that Temporal answers before an update is sent. An update to a hanging Temporal would be neither executed nor
 * refused; one that was not sent can be sent again.
 * @throws AppError TEMPORAL_UNAVAILABLE
 */
const requireTemporal = async (runtime: Runtime): Promise<void> => {
  try {
    await temporalBreaker(runtime).probe(() => checkHealth(runtime.temporal), HEALTH_TIMEOUT_MS)
  } catch (error) {
    throw Object.assign(new AppError('TEMPORAL_UNAVAILABLE'), { cause: error })
  }
}

/** The view with its activity stream, which the reply of an update lacks; the reply if the query fails. */
const readFullView = async (runtime: Runtime, caseId: string, reply: WorkflowView): Promise<WorkflowView> => {
  const { reader } = live(runtime)
  reader.setLatestVersion(caseId, reply.version)
  try {
    const { view } = await reader.read(caseId, reply.version)
    return view.version >= reply.version ? view : reply
  } catch (error) {
    if (isAppError(error)) return reply
    throw error
  }
}

/**
 * The outcome of an update; `closed` for a case past Temporal's retention, which only the projection holds.
 * @throws AppError as the workflow gave it; TEMPORAL_UNAVAILABLE
 */
export const updateCase = async ({ runtime }: Context, update: CaseUpdate): Promise<UpdateOutcome> => {
  await requireTemporal(runtime)
  try {
    const outcome = await executeUpdate(runtime.temporal, update)
    if (outcome.kind !== 'done') return outcome
    return { kind: 'done', view: await readFullView(runtime, update.caseId, outcome.view) }
  } catch (error) {
    if (isAppError(error) && error.code === 'NOT_FOUND') return { kind: 'closed' }
    throw error
  }
}
