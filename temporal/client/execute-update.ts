/** Executes updates of cases, with an outcome for each case in which the result is unknown. */

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
/** Longest time in which an update retries to connect while no request could be sent. */
const CONNECT_MS = 1_500

/**
 * `done`: the update was applied. `pending`: no reply in time; it may or may not have been applied, and may be sent
 * again with the same update id. `closed`: the case is closed.
 */
export type UpdateOutcome = { kind: 'done'; view: WorkflowView } | { kind: 'pending' } | { kind: 'closed' }

interface UpdateCall {
  caseId: string
  name: UpdateName
  input: unknown
  updateId: string
}

/** The failure with which the workflow refused an update; null for an error of another kind. */
const getUpdateFailure = (error: unknown): { type?: unknown; message: string; details?: unknown } | null => {
  const { name, cause } = error as { name?: unknown; cause?: unknown }
  return name === 'WorkflowUpdateFailedError' && cause instanceof Error ? cause : null
}

const toAppError = (failure: { type?: unknown; message: string; details?: unknown }): AppError | null => {
  if (!isErrorCode(failure.type)) return null
  const [details] = Array.isArray(failure.details) ? failure.details : []
  return new AppError(failure.type, failure.message, (details ?? {}) as ErrorDetails)
}

/** True while a newer run of the case is open: the addressed run has continued as new or was reset. */
const isCaseOpen = async (temporal: TemporalConnection, caseId: string): Promise<boolean> => {
  try {
    const { status } = await temporal.client.workflow.getHandle(toWorkflowId(caseId)).describe()
    return status.name === 'RUNNING'
  } catch (error) {
    if (isWorkflowNotFound(error)) throw new AppError('NOT_FOUND')
    throw toOutageError(error)
  }
}

type Verdict = UpdateOutcome | 'retry' | 'unreachable'

/** Classifies an error of an update. Throws refusals and unknown errors. */
const classifyError = async (
  temporal: TemporalConnection,
  caseId: string,
  error: unknown,
): Promise<Verdict> => {
  const failure = getUpdateFailure(error)
  if (failure?.type === 'AcceptedUpdateCompletedWorkflow') return { kind: 'closed' }
  if (failure) throw toAppError(failure) ?? error
  if (isWorkflowNotFound(error)) return (await isCaseOpen(temporal, caseId)) ? 'retry' : { kind: 'closed' }
  if (wasNeverSent(error)) return 'unreachable'
  if (hasErrorName(error, 'WorkflowUpdateRPCTimeoutOrCancelledError')) return { kind: 'pending' }
  const code = getGrpcCode(error)
  if (code === GRPC.UNAVAILABLE || code === GRPC.ABORTED) return 'retry'
  if (code === GRPC.RESOURCE_EXHAUSTED) return { kind: 'pending' }
  if (code === GRPC.FAILED_PRECONDITION && /number of .*updates/.test(getGrpcDetails(error)))
    throw new AppError('STREAM_FULL')
  throw toOutageError(error)
}

const sendOnce = async (
  temporal: TemporalConnection,
  { caseId, name, input, updateId }: UpdateCall,
): Promise<WorkflowView> =>
  temporal.client.workflow
    .getHandle(toWorkflowId(caseId))
    .executeUpdate<WorkflowView, [unknown]>(name, { args: [input], updateId })

const sendUntilSettled = async (
  temporal: TemporalConnection,
  call: UpdateCall,
  deadlineAt: number,
): Promise<UpdateOutcome> => {
  const connectedBy = Date.now() + CONNECT_MS
  let mayHaveArrived = false
  for (let attempts = 1; ; attempts++) {
    try {
      return { kind: 'done', view: await sendOnce(temporal, call) }
    } catch (error) {
      const verdict = await classifyError(temporal, call.caseId, error)
      if (typeof verdict === 'object') return verdict
      mayHaveArrived ||= verdict === 'retry'
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
 * Executes an update and waits at most 5 s for its result. Temporal runs ten at a time for one case and refuses others
 * with RESOURCE_EXHAUSTED, which `grpc-retry.ts` retries.
 * @throws AppError with the code of the workflow's refusal; NOT_FOUND; TEMPORAL_UNAVAILABLE when nothing was sent
 */
export const executeUpdate = (temporal: TemporalConnection, call: UpdateCall): Promise<UpdateOutcome> => {
  const deadlineAt = Date.now() + UPDATE_MS
  return temporal.connection.withDeadline(deadlineAt, () => sendUntilSettled(temporal, call, deadlineAt))
}
