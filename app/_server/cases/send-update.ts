/** Sends an update and remembers what it changed. */

import type { UpdateOutcome } from '@/temporal/client/update'
import type { View } from '@/temporal/contract/case'
import { isRefusal, Refusal } from '@/temporal/contract/errors'
import type { UpdateName } from '@/temporal/contract/messages'
import type { Context } from '../http/context'
import { live } from '../live/live'
import { temporalRest } from '../resting'
import type { Runtime } from '../runtime'

export interface UpdateRequest {
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
 * @throws Refusal TEMPORAL_UNAVAILABLE
 */
const requireTemporal = async (runtime: Runtime): Promise<void> => {
  try {
    await temporalRest(runtime).probe(runtime.gateway.health, HEALTH_MS)
  } catch (error) {
    throw Object.assign(new Refusal('TEMPORAL_UNAVAILABLE'), { cause: error })
  }
}

/** The reply of an update tells no stream; the query does. Where it cannot be asked now, the reply has to do. */
const wholeView = async (runtime: Runtime, caseId: string, reply: View): Promise<View> => {
  const { reader } = live(runtime)
  reader.learn(caseId, reply.version)
  try {
    const { view } = await reader.read(caseId, reply.version)
    return view.version >= reply.version ? view : reply
  } catch (error) {
    if (isRefusal(error)) return reply
    throw error
  }
}

/**
 * The outcome of an update. A case that Temporal has forgotten is closed: the projection still knows it.
 * @throws Refusal as the workflow gave it; TEMPORAL_UNAVAILABLE
 */
export const sendUpdate = async (
  { runtime }: Context,
  { caseId, name, input, updateId }: UpdateRequest,
): Promise<UpdateOutcome> => {
  await requireTemporal(runtime)
  try {
    const outcome = await runtime.gateway.update(caseId, name, input, updateId)
    if (outcome.kind !== 'done') return outcome
    return { kind: 'done', view: await wholeView(runtime, caseId, outcome.view) }
  } catch (error) {
    if (isRefusal(error) && error.code === 'NOT_FOUND') return { kind: 'closed' }
    throw error
  }
}
