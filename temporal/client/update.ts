/** Updates: what a person does to an open case, answered at once or known to be unknown. */

import { setTimeout as sleep } from 'node:timers/promises'
import type { View } from '../contract/case'
import { isErrorCode, Refusal, type RefusalDetails } from '../contract/errors'
import { workflowIdOf } from '../contract/ids'
import type { UpdateName } from '../contract/messages'
import type { Calls } from './connection'
import {
  asOutage,
  GRPC,
  grpcCodeOf,
  grpcDetailsOf,
  isNamed,
  isWorkflowNotFound,
  unavailable,
  wasNeverSent,
} from './failures'
import { backOffMs } from './retry'

const UPDATE_MS = 5_000
/** How long an update tries to reach a Temporal that does not answer at all. */
const CONNECT_MS = 1_500

/**
 * `done`: accepted and carried out. `pending`: no answer in time, it may or may not have been carried out, and the
 * same update id may be sent again. `closed`: the case ended, answer from the closed case.
 */
export type UpdateOutcome = { kind: 'done'; view: View } | { kind: 'pending' } | { kind: 'closed' }

interface UpdateCall {
  caseId: string
  name: UpdateName
  input: unknown
  updateId: string
}

/** The failure that the workflow gave an update, or null where the error is of another kind. */
const failureOf = (error: unknown): { type?: unknown; message: string; details?: unknown } | null => {
  const { name, cause } = error as { name?: unknown; cause?: unknown }
  return name === 'WorkflowUpdateFailedError' && cause instanceof Error ? cause : null
}

const refusalOf = (failure: { type?: unknown; message: string; details?: unknown }): Refusal | null => {
  if (!isErrorCode(failure.type)) return null
  const [details] = Array.isArray(failure.details) ? failure.details : []
  return new Refusal(failure.type, failure.message, (details ?? {}) as RefusalDetails)
}

/** True while the case is open: the run that refused has continued as new, or was reset, and the next one takes the update. */
const isOpen = async (calls: Calls, caseId: string): Promise<boolean> => {
  try {
    const { status } = await calls.client.workflow.getHandle(workflowIdOf(caseId)).describe()
    return status.name === 'RUNNING'
  } catch (error) {
    if (isWorkflowNotFound(error)) throw new Refusal('NOT_FOUND')
    throw asOutage(error)
  }
}

type Verdict = UpdateOutcome | 'again' | 'unreachable'

/** What an error of an update means. Throws refusals and unknown errors. */
const judge = async (calls: Calls, caseId: string, error: unknown): Promise<Verdict> => {
  const failure = failureOf(error)
  if (failure?.type === 'AcceptedUpdateCompletedWorkflow') return { kind: 'closed' }
  if (failure) throw refusalOf(failure) ?? error
  if (isWorkflowNotFound(error)) return (await isOpen(calls, caseId)) ? 'again' : { kind: 'closed' }
  if (wasNeverSent(error)) return 'unreachable'
  if (isNamed(error, 'WorkflowUpdateRPCTimeoutOrCancelledError')) return { kind: 'pending' }
  const code = grpcCodeOf(error)
  if (code === GRPC.UNAVAILABLE || code === GRPC.ABORTED) return 'again'
  if (code === GRPC.RESOURCE_EXHAUSTED) return { kind: 'pending' }
  if (code === GRPC.FAILED_PRECONDITION && /number of .*updates/.test(grpcDetailsOf(error)))
    throw new Refusal('STREAM_FULL')
  throw asOutage(error)
}

const attempt = async (calls: Calls, { caseId, name, input, updateId }: UpdateCall): Promise<View> =>
  calls.client.workflow
    .getHandle(workflowIdOf(caseId))
    .executeUpdate<View, [unknown]>(name, { args: [input], updateId })

const untilAnswered = async (calls: Calls, call: UpdateCall, deadlineAt: number): Promise<UpdateOutcome> => {
  const connectedBy = Date.now() + CONNECT_MS
  let mayHaveArrived = false
  for (let attempts = 1; ; attempts++) {
    try {
      return { kind: 'done', view: await attempt(calls, call) }
    } catch (error) {
      const verdict = await judge(calls, call.caseId, error)
      if (typeof verdict === 'object') return verdict
      mayHaveArrived ||= verdict === 'again'
      const delayMs = backOffMs(attempts)
      const lastTryAt = verdict === 'unreachable' ? connectedBy : deadlineAt
      if (Date.now() + delayMs >= lastTryAt) {
        if (mayHaveArrived) return { kind: 'pending' }
        throw unavailable(error)
      }
      await sleep(delayMs)
    }
  }
}

/**
 * Sends an update and waits at most 5 s for its answer. More than ten at once for one case queue up here.
 * @throws Refusal as the workflow gave it; NOT_FOUND; TEMPORAL_UNAVAILABLE when nothing was sent
 */
export const update = (calls: Calls, call: UpdateCall): Promise<UpdateOutcome> => {
  const deadlineAt = Date.now() + UPDATE_MS
  return calls.connection.withDeadline(deadlineAt, () => untilAnswered(calls, call, deadlineAt))
}
