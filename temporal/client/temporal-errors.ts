/** Reads errors of the Temporal SDK by name and code, because a build holds several copies of its classes. */

import { AppError } from '../contract/errors'

/** The gRPC codes that are used here. Source: google.rpc.Code. */
export const GRPC = {
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  UNIMPLEMENTED: 12,
  UNAVAILABLE: 14,
  UNAUTHENTICATED: 16,
} as const

interface ErrorFields {
  name?: unknown
  code?: unknown
  details?: unknown
  cause?: unknown
}

const toErrorFields = (error: unknown): ErrorFields =>
  typeof error === 'object' && error !== null ? error : {}

/** Bounds the walk along causes, which may be cyclic. */
const MAX_CAUSES = 8

/** The error and its causes, outermost first. */
const toErrorChain = (error: unknown): ErrorFields[] => {
  const chain: ErrorFields[] = []
  for (let at = error; at && chain.length < MAX_CAUSES; at = toErrorFields(at).cause)
    chain.push(toErrorFields(at))
  return chain
}

/** Code of the gRPC status behind an error; null where there is none. */
export const getGrpcCode = (error: unknown): number | null => {
  const status = toErrorChain(error).find(({ code }) => typeof code === 'number')
  return status ? (status.code as number) : null
}

/** Details of the gRPC status behind an error; empty where there are none. */
export const getGrpcDetails = (error: unknown): string => {
  const status = toErrorChain(error).find(
    ({ code, details }) => typeof code === 'number' && typeof details === 'string',
  )
  return status ? (status.details as string) : ''
}

/** True where the error or one of its causes has this `name`. */
export const hasErrorName = (error: unknown, name: string): boolean =>
  toErrorChain(error).some((link) => link.name === name)

/** True where no such workflow exists or none is open. A missing namespace is an outage, not a missing case. */
export const isWorkflowNotFound = (error: unknown): boolean => hasErrorName(error, 'WorkflowNotFoundError')

/** True where the request never left this process, so it has no effect. The messages are grpc-js's. */
export const wasNeverSent = (error: unknown): boolean =>
  /No connection established|Name resolution failed|Waiting for LB pick/.test(getGrpcDetails(error))

const CALLER_ERROR_CODES: readonly number[] = [
  GRPC.INVALID_ARGUMENT,
  GRPC.ALREADY_EXISTS,
  GRPC.FAILED_PRECONDITION,
]

/** True for an error that is no reply to the request: Temporal did not serve it. */
export const isOutage = (error: unknown): boolean => {
  if (hasErrorName(error, 'NamespaceNotFoundError')) return true
  const code = getGrpcCode(error)
  return code !== null && !CALLER_ERROR_CODES.includes(code)
}

/** The AppError for an outage, with its cause for the log. */
export const temporalUnavailable = (cause: unknown): AppError =>
  Object.assign(new AppError('TEMPORAL_UNAVAILABLE'), { cause })

/** The error to rethrow: TEMPORAL_UNAVAILABLE for an outage, any other error unchanged. */
export const toOutageError = (error: unknown): unknown =>
  isOutage(error) ? temporalUnavailable(error) : error
