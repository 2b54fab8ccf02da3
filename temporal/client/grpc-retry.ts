/** Retries of single gRPC calls, bounded by the call's own deadline. */

import { type ConnectionOptions, type GrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client'
import { GRPC } from './temporal-errors'

type Interceptor = NonNullable<ConnectionOptions['interceptors']>[number]

const FIRST_DELAY_MS = 25
const MAX_DELAY_MS = 400
const FACTOR = 1.7
/** How long a lost connection is tried again: a restart of Temporal is ridden out, an outage is told quickly. */
const READ_CONNECT_TIMEOUT_MS = 300
const WRITE_CONNECT_TIMEOUT_MS = 1_500

const READS = /\/(?:Query|List|Count|Describe|Get)[A-Za-z]*$/
/** An update has to know whether an attempt may have arrived, so it repeats lost connections by itself. */
const UPDATES = /\/(?:UpdateWorkflowExecution|PollWorkflowExecutionUpdate)$/

/** Milliseconds to wait before try number `attempt`, with jitter so that racing callers spread. */
export const backoffMs = (attempt: number): number =>
  Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * FACTOR ** attempt) * (0.5 + Math.random())

/** How long a call of `path` goes on trying after losing its connection, in milliseconds. */
export const connectTimeoutMs = (path: string): number => {
  if (UPDATES.test(path)) return 0
  return READS.test(path) ? READ_CONNECT_TIMEOUT_MS : WRITE_CONNECT_TIMEOUT_MS
}

const toRetryOptions = (path: string, deadlineAt: number, startedAt: number): GrpcRetryOptions => {
  const connectedBy = Math.min(deadlineAt, startedAt + connectTimeoutMs(path))
  const limits: Record<number, number> = {
    [GRPC.RESOURCE_EXHAUSTED]: deadlineAt,
    [GRPC.UNAVAILABLE]: connectedBy,
    [GRPC.ABORTED]: connectedBy,
  }
  return {
    delayFunction: (attempt) => backoffMs(attempt),
    retryableDecider: (_, status) => Date.now() + MAX_DELAY_MS < (limits[status.code] ?? 0),
  }
}

const toMillis = (deadline: Date | number | undefined): number =>
  deadline === undefined ? Number.POSITIVE_INFINITY : Number(deadline)

/**
 * In place of the SDK's own retry, which goes on past a deadline by up to 5 s, waits a second after each
 * RESOURCE_EXHAUSTED, and repeats a garbage page token for 20 s. Repeats send the same bytes, so a request id
 * makes them safe.
 */
export const retryWithinDeadline: Interceptor = (options, nextCall) =>
  makeGrpcRetryInterceptor(
    toRetryOptions(options.method_definition.path, toMillis(options.deadline ?? undefined), Date.now()),
  )(options, nextCall)
