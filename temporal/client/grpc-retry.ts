/** Retries of single gRPC calls, bounded by the deadline of the call. */

import { type ConnectionOptions, type GrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client'
import { backoffMs } from '../contract/backoff'
import { GRPC } from './temporal-errors'

type Interceptor = NonNullable<ConnectionOptions['interceptors']>[number]

/** On average 25 ms, growing to 400 ms: jitter takes a quarter of a delay on average. */
const BACKOFF = { firstMs: 33, maxMs: 530, factor: 1.7, jitter: true }
/** Long enough for a restart of Temporal in the case of writes, short enough to report an outage soon. */
const READ_CONNECT_TIMEOUT_MS = 300
const WRITE_CONNECT_TIMEOUT_MS = 1_500

const READS = /\/(?:Query|List|Count|Describe|Get)[A-Za-z]*$/
/** `executeUpdate` retries lost connections itself, since it must know whether an attempt may have arrived. */
const UPDATES = /\/(?:UpdateWorkflowExecution|PollWorkflowExecutionUpdate)$/

/** Milliseconds to wait before retry number `attempt`. */
export const retryDelayMs = (attempt: number): number => backoffMs(attempt, BACKOFF)

/** How long a call of `path` is retried after its connection is lost, in milliseconds. */
export const connectTimeoutMs = (path: string): number => {
  if (UPDATES.test(path)) return 0
  return READS.test(path) ? READ_CONNECT_TIMEOUT_MS : WRITE_CONNECT_TIMEOUT_MS
}

/**
 * A failed call is retried while the next attempt would still start in time.
 * @param deadlineAt deadline of the call, in milliseconds since 1970
 */
export const toRetryOptions = (path: string, deadlineAt: number, startedAt: number): GrpcRetryOptions => {
  const connectedBy = Math.min(deadlineAt, startedAt + connectTimeoutMs(path))
  const limits: Record<number, number> = {
    [GRPC.RESOURCE_EXHAUSTED]: deadlineAt,
    [GRPC.UNAVAILABLE]: connectedBy,
    [GRPC.ABORTED]: connectedBy,
  }
  return {
    delayFunction: retryDelayMs,
    retryableDecider: (attempt, status) =>
      Date.now() + backoffMs(attempt, { ...BACKOFF, jitter: false }) < (limits[status.code] ?? 0),
  }
}

const toMillis = (deadline: Date | number | undefined): number =>
  deadline === undefined ? Number.POSITIVE_INFINITY : Number(deadline)

/**
 * Replaces the SDK's own retry, which runs up to 5 s past a deadline, waits a second after each RESOURCE_EXHAUSTED, and
 * retries an invalid page token for 20 s. Retries send the same bytes, so the request id makes them safe.
 */
export const retryWithinDeadline: Interceptor = (options, nextCall) =>
  makeGrpcRetryInterceptor(
    toRetryOptions(options.method_definition.path, toMillis(options.deadline ?? undefined), Date.now()),
  )(options, nextCall)
