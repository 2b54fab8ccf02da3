/** Converts errors to problem documents. An unexpected error shows nothing but its request id. */

import {
  AppError,
  ERRORS,
  type ErrorCode,
  type ErrorDetails,
  isAppError,
} from '../../../../temporal/contract/errors'
import type { FieldError, Problem } from '../../../../temporal/contract/problem'
import { isDatabaseDown } from '../resilience/database-errors'

const RETRY_AFTER_S = 2
const RETRYABLE: readonly ErrorCode[] = [
  'TEMPORAL_UNAVAILABLE',
  'DATABASE_UNAVAILABLE',
  'SERVER_BUSY',
  'DRAINING',
  'TOO_MANY_STREAMS',
]

/** The error for invalid fields. */
export const validationError = (errors: FieldError[]): AppError =>
  new AppError('VALIDATION_FAILED', errors[0]?.message ?? ERRORS.VALIDATION_FAILED.title, { errors })

const build = (code: ErrorCode, detail: string, details: ErrorDetails, requestId: string): Problem => ({
  ...details,
  type: `urn:action-center:problem:${code.toLowerCase().replaceAll('_', '-')}`,
  title: ERRORS[code].title,
  status: ERRORS[code].status,
  detail,
  code,
  requestId,
})

/** The error itself if it is an AppError, else DATABASE_UNAVAILABLE for an outage, else INTERNAL. */
export const toAppError = (error: unknown): AppError => {
  if (isAppError(error)) return error
  return new AppError(isDatabaseDown(error) ? 'DATABASE_UNAVAILABLE' : 'INTERNAL')
}

/** The problem document of `error`. Messages of unknown errors are never shown. */
export const toProblem = (error: unknown, requestId: string): Problem => {
  const { code, message, details } = toAppError(error)
  return build(code, message, details, requestId)
}

/** Seconds after which a retry makes sense, or null when it never does. */
export const getRetryAfter = (problem: Problem): number | null => {
  if (typeof problem.retryAfterSeconds === 'number') return problem.retryAfterSeconds
  return RETRYABLE.includes(problem.code) ? RETRY_AFTER_S : null
}

/** The HTTP response of a problem. */
export const problemResponse = (problem: Problem, headers: HeadersInit = {}): Response => {
  const response = new Response(JSON.stringify(problem), { status: problem.status, headers })
  response.headers.set('Content-Type', 'application/problem+json')
  response.headers.set('Cache-Control', 'no-store')
  response.headers.set('X-Request-Id', problem.requestId)
  const retryAfter = getRetryAfter(problem)
  if (retryAfter !== null) response.headers.set('Retry-After', String(retryAfter))
  return response
}
