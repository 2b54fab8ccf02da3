/**
 * The failure that leaves an activity. Temporal keeps it in the history, so it holds a code and a plain message only:
 * no cause, statement, parameter, path or stack. The worker's log has the original.
 */

import { ApplicationFailure, CancelledFailure } from '@temporalio/common'
import { ERRORS, isAppError, isBusinessErrorCode } from '../contract/errors'

/** Codes of technical failures: all are retried. Business refusals have codes of their own. */
const TECHNICAL_FAILURES = {
  DATABASE_UNREACHABLE: 'The database cannot be reached',
  DATABASE_TIMED_OUT: 'The database did not answer in time',
  DATABASE_BUSY: 'The database is busy with other changes of the same rows',
  DATABASE_REFUSED: 'The database refused a statement',
  TIMED_OUT: 'Something that this step needs did not answer in time',
  UNEXPECTED: 'An unexpected error, which the log of the worker describes',
} as const
type TechnicalCode = keyof typeof TECHNICAL_FAILURES

const MAX_CAUSES = 8

/** Codes and names of an error and its causes, outermost first. */
const toErrorNames = (error: unknown): string[] => {
  const names: string[] = []
  for (let at = error, depth = 0; at instanceof Error && depth < MAX_CAUSES; at = at.cause, depth++) {
    const { code } = at as Error & { code?: unknown }
    names.push(...(typeof code === 'string' ? [code] : []), at.name, at.constructor.name, at.message)
  }
  return names
}

/** The first pattern that matches a code, name or message of the error decides. Sources: SQLSTATE, Node, node-postgres. */
const PATTERNS: readonly [RegExp, TechnicalCode][] = [
  [/^(?:57014|TaskCancelledError|Query read timeout)$/, 'DATABASE_TIMED_OUT'],
  [/^(?:08\d{3}|57P0\d|53\d{3})$/, 'DATABASE_UNREACHABLE'],
  [/^(?:Connection terminated|timeout exceeded when trying to connect)/, 'DATABASE_UNREACHABLE'],
  [
    /^E(?:CONN(?:REFUSED|RESET|ABORTED)|NOTFOUND|AI_AGAIN|PIPE|HOSTUNREACH|NETUNREACH)$/,
    'DATABASE_UNREACHABLE',
  ],
  [/^(?:40\d{3}|40P01|55P03)$/, 'DATABASE_BUSY'],
  [/^(?=.*\d)[\dA-Z]{5}$|^Failed query/, 'DATABASE_REFUSED'],
  [/^(?:ETIMEDOUT|TimeoutError|CircuitOpenError)$/, 'TIMED_OUT'],
]

const classify = (error: unknown): TechnicalCode => {
  const names = toErrorNames(error)
  return PATTERNS.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? 'UNEXPECTED'
}

const withoutStack = (failure: ApplicationFailure): ApplicationFailure => {
  failure.stack = ''
  return failure
}

const failure = (message: string, type: string, nonRetryable = false): ApplicationFailure =>
  withoutStack(ApplicationFailure.create({ message, type, nonRetryable }))

/** Errors by which the SDK recognises that an activity was cancelled or completes elsewhere. */
const isControlFlow = (error: unknown): boolean =>
  error instanceof CancelledFailure ||
  (error instanceof Error && ['AbortError', 'CompleteAsyncError'].includes(error.name))

/**
 * What an activity throws instead of `error`. Retryable unless the error was a failure that is not: the type of a
 * business refusal and its message stay, every other message is one of ours.
 */
export const toActivityFailure = (error: unknown): unknown => {
  if (isControlFlow(error)) return error
  if (error instanceof ApplicationFailure) {
    const { type, message, nonRetryable } = error
    if (isBusinessErrorCode(type)) return failure(message, type, nonRetryable ?? true)
    return failure(TECHNICAL_FAILURES.UNEXPECTED, 'UNEXPECTED', nonRetryable ?? false)
  }
  if (error instanceof Error && error.name === 'ServiceUnavailable')
    return failure(error.message, 'SERVICE_UNAVAILABLE')
  if (isAppError(error)) return failure(ERRORS[error.code].title, error.code)
  const code = classify(error)
  return failure(TECHNICAL_FAILURES[code], code)
}
