/** Sends an update and remembers what it changed. */

import type { UpdateOutcome } from '@/temporal/client/update'
import { isRefusal } from '@/temporal/contract/errors'
import type { UpdateName } from '@/temporal/contract/messages'
import type { Context } from './context'
import { live } from './live'

export interface UpdateRequest {
  caseId: string
  name: UpdateName
  input: unknown
  /** The same id is the same press; ids dedupe across update names, so the name is part of it. */
  updateId: string
}

/**
 * The outcome of an update. A case that Temporal has forgotten is closed: the projection still knows it.
 * @throws Refusal as the workflow gave it; TEMPORAL_UNAVAILABLE
 */
export const sendUpdate = async (
  { runtime }: Context,
  { caseId, name, input, updateId }: UpdateRequest,
): Promise<UpdateOutcome> => {
  try {
    const outcome = await runtime.gateway.update(caseId, name, input, updateId)
    if (outcome.kind === 'done') live(runtime).reader.learn(caseId, outcome.view.version)
    return outcome
  } catch (error) {
    if (isRefusal(error) && error.code === 'NOT_FOUND') return { kind: 'closed' }
    throw error
  }
}
