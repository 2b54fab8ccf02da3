/** Sends an update and remembers what it changed. */

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
  /** The same id is the same press; ids dedupe across update names, so the name is part of it. */
  updateId: string
}

const HEALTH_MS = 1_500

/**
 * Asks Temporal first whether it is there: an update to one that hangs would be neither done nor refused, and this
 * one is known not to have been sent.
 * @throws AppError TEMPORAL_UNAVAILABLE
 */
const requireTemporal = async (runtime: Runtime): Promise<void> => {
  try {
    await temporalBreaker(runtime).probe(() => checkHealth(runtime.temporal), HEALTH_MS)
  } catch (error) {
    throw Object.assign(new AppError('TEMPORAL_UNAVAILABLE'), { cause: error })
  }
}

/** The reply of an update tells no stream; the query does. Where it cannot be asked now, the reply has to do. */
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
 * The outcome of an update. A case that Temporal has forgotten is closed: the projection still knows it.
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
