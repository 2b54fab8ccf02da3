/** Reading errors of the Temporal SDK by name and code: a build holds several copies of its classes. */

import { AppError } from '../contract/errors'

/** The gRPC codes that are told apart here. Source: google.rpc.Code. */
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

/** The error and its causes, outermost first. */
const toErrorChain = (error: unknown): ErrorFields[] => {
  const chain: ErrorFields[] = []
  for (let at = error; at && chain.length < 8; at = toErrorFields(at).cause) chain.push(toErrorFields(at))
  return chain
}

/** Code of the gRPC status behind an error, or null where none is. */
export const getGrpcCode = (error: unknown): number | null => {
  const status = toErrorChain(error).find(({ code }) => typeof code === 'number')
  return status ? (status.code as number) : null
}

/** What the server said behind an error; empty where it said nothing. */
export const getGrpcDetails = (error: unknown): string => {
  const said = toErrorChain(error).find(
    ({ code, details }) => typeof code === 'number' && typeof details === 'string',
  )
  return said ? (said.details as string) : ''
}

/** True where the error or one of its causes carries `name`. */
export const hasErrorName = (error: unknown, name: string): boolean =>
  toErrorChain(error).some((link) => link.name === name)

/** No such workflow, or none that is still open. A missing namespace is an outage, not a missing case. */
export const isWorkflowNotFound = (error: unknown): boolean => hasErrorName(error, 'WorkflowNotFoundError')

/** The request never left this process, so nothing can have come of it. The words are grpc-js's. */
export const wasNeverSent = (error: unknown): boolean =>
  /No connection established|Name resolution failed|Waiting for LB pick/.test(getGrpcDetails(error))

const CALLER_ERROR_CODES: readonly number[] = [
  GRPC.INVALID_ARGUMENT,
  GRPC.ALREADY_EXISTS,
  GRPC.FAILED_PRECONDITION,
]

/** True for an error that says nothing about the request, only that Temporal did not serve it. */
export const isOutage = (error: unknown): boolean => {
  if (hasErrorName(error, 'NamespaceNotFoundError')) return true
  const code = getGrpcCode(error)
  return code !== null && !CALLER_ERROR_CODES.includes(code)
}

/** The refusal for an outage, with its cause for the log. */
export const temporalUnavailable = (cause: unknown): AppError =>
  Object.assign(new AppError('TEMPORAL_UNAVAILABLE'), { cause })

/** The error to throw on: an outage as a refusal, anything else as it is. */
export const toOutageError = (error: unknown): unknown =>
  isOutage(error) ? temporalUnavailable(error) : error
