/** Updates: what a person does to an open case, answered at once or known to be unknown. */

import { setTimeout as sleep } from 'node:timers/promises'
import type { WorkflowView } from '../contract/cases/case'
import { toWorkflowId } from '../contract/cases/case-ids'
import { AppError, type ErrorDetails, isErrorCode } from '../contract/errors'
import type { UpdateName } from '../contract/temporal-names'
import type { TemporalConnection } from './connection'
import { retryDelayMs } from './grpc-retry'
import {
  GRPC,
  getGrpcCode,
  getGrpcDetails,
  hasErrorName,
  isWorkflowNotFound,
  temporalUnavailable,
  toOutageError,
  wasNeverSent,
} from './temporal-errors'

const UPDATE_MS = 5_000
/** How long an update tries to reach a Temporal that does not answer at all. */
const CONNECT_MS = 1_500

/**
 * `done`: accepted and carried out. `pending`: no answer in time, it may or may not have been carried out, and the
 * same update id may be sent again. `closed`: the case ended, answer from the closed case.
 */
export type UpdateOutcome = { kind: 'done'; view: WorkflowView } | { kind: 'pending' } | { kind: 'closed' }

interface UpdateCall {
  caseId: string
  name: UpdateName
  input: unknown
  updateId: string
}

/** The failure that the workflow gave an update, or null where the error is of another kind. */
const getUpdateFailure = (error: unknown): { type?: unknown; message: string; details?: unknown } | null => {
  const { name, cause } = error as { name?: unknown; cause?: unknown }
  return name === 'WorkflowUpdateFailedError' && cause instanceof Error ? cause : null
}

const toAppError = (failure: { type?: unknown; message: string; details?: unknown }): AppError | null => {
  if (!isErrorCode(failure.type)) return null
  const [details] = Array.isArray(failure.details) ? failure.details : []
  return new AppError(failure.type, failure.message, (details ?? {}) as ErrorDetails)
}

/** True while the case is open: the run that refused has continued as new, or was reset, and the next one takes the update. */
const isCaseOpen = async (calls: TemporalConnection, caseId: string): Promise<boolean> => {
  try {
    const { status } = await calls.client.workflow.getHandle(toWorkflowId(caseId)).describe()
    return status.name === 'RUNNING'
  } catch (error) {
    if (isWorkflowNotFound(error)) throw new AppError('NOT_FOUND')
    throw toOutageError(error)
  }
}

type Verdict = UpdateOutcome | 'again' | 'unreachable'

/** What an error of an update means. Throws refusals and unknown errors. */
const classifyError = async (calls: TemporalConnection, caseId: string, error: unknown): Promise<Verdict> => {
  const failure = getUpdateFailure(error)
  if (failure?.type === 'AcceptedUpdateCompletedWorkflow') return { kind: 'closed' }
  if (failure) throw toAppError(failure) ?? error
  if (isWorkflowNotFound(error)) return (await isCaseOpen(calls, caseId)) ? 'again' : { kind: 'closed' }
  if (wasNeverSent(error)) return 'unreachable'
  if (hasErrorName(error, 'WorkflowUpdateRPCTimeoutOrCancelledError')) return { kind: 'pending' }
  const code = getGrpcCode(error)
  if (code === GRPC.UNAVAILABLE || code === GRPC.ABORTED) return 'again'
  if (code === GRPC.RESOURCE_EXHAUSTED) return { kind: 'pending' }
  if (code === GRPC.FAILED_PRECONDITION && /number of .*updates/.test(getGrpcDetails(error)))
    throw new AppError('STREAM_FULL')
  throw toOutageError(error)
}

const sendOnce = async (
  calls: TemporalConnection,
  { caseId, name, input, updateId }: UpdateCall,
): Promise<WorkflowView> =>
  calls.client.workflow
    .getHandle(toWorkflowId(caseId))
    .executeUpdate<WorkflowView, [unknown]>(name, { args: [input], updateId })

const sendUntilAnswered = async (
  calls: TemporalConnection,
  call: UpdateCall,
  deadlineAt: number,
): Promise<UpdateOutcome> => {
  const connectedBy = Date.now() + CONNECT_MS
  let mayHaveArrived = false
  for (let attempts = 1; ; attempts++) {
    try {
      return { kind: 'done', view: await sendOnce(calls, call) }
    } catch (error) {
      const verdict = await classifyError(calls, call.caseId, error)
      if (typeof verdict === 'object') return verdict
      mayHaveArrived ||= verdict === 'again'
      const delayMs = retryDelayMs(attempts)
      const lastTryAt = verdict === 'unreachable' ? connectedBy : deadlineAt
      if (Date.now() + delayMs >= lastTryAt) {
        if (mayHaveArrived) return { kind: 'pending' }
        throw temporalUnavailable(error)
      }
      await sleep(delayMs)
    }
  }
}

/**
 * Sends an update and waits at most 5 s for its answer. More than ten at once for one case queue up here.
 * @throws AppError as the workflow gave it; NOT_FOUND; TEMPORAL_UNAVAILABLE when nothing was sent
 */
export const executeUpdate = (calls: TemporalConnection, call: UpdateCall): Promise<UpdateOutcome> => {
  const deadlineAt = Date.now() + UPDATE_MS
  return calls.connection.withDeadline(deadlineAt, () => sendUntilAnswered(calls, call, deadlineAt))
}
