/** Reads failures of activities and children, and makes failures of updates. */

import {
  ActivityFailure,
  ApplicationFailure,
  ChildWorkflowFailure,
  TemporalFailure,
} from '@temporalio/workflow'
import {
  type BusinessErrorCode,
  type ErrorCode,
  type ErrorDetails,
  isBusinessErrorCode,
} from '../../contract/errors'
import { truncateText } from '../../contract/text/truncate-text'

const MAX_REASON = 300

const unwrapCause = (error: unknown): unknown =>
  error instanceof ActivityFailure || error instanceof ChildWorkflowFailure ? (error.cause ?? error) : error

/** The typed business refusal behind a failed activity; null for any other failure, which may be retried. */
export const getBusinessFailure = (error: unknown): { code: BusinessErrorCode; reason: string } | null => {
  const cause = unwrapCause(error)
  if (!(cause instanceof ApplicationFailure) || !isBusinessErrorCode(cause.type)) return null
  return { code: cause.type, reason: cause.message }
}

/**
 * The message of a failed step, for staff.
 * @throws the error itself where it is no TemporalFailure: a bug must fail the task, not be retried as an outage
 */
export const toFailureMessage = (error: unknown): string => {
  // A local activity that timed out comes as ActivityFailure when it runs and bare when it is replayed.
  if (!(error instanceof TemporalFailure)) throw error
  const cause = unwrapCause(error)
  return truncateText(cause instanceof Error ? cause.message : String(cause), MAX_REASON)
}

/** The failure of an update that is refused; its type is the error code that the client reads. */
export const updateFailure = (
  code: ErrorCode,
  message: string,
  details: ErrorDetails = {},
): ApplicationFailure => ApplicationFailure.nonRetryable(message, code, details)
