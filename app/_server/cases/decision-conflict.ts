/** Descriptions of decisions, and the 409 error for a later decision. */

import type { ApprovalDecision, ApprovalView, Decision } from '@/temporal/contract/cases/approval'
import { AppError } from '@/temporal/contract/errors'
import { isWithdrawn } from '@/temporal/contract/states'
import { isolateText } from '@/temporal/contract/text/isolate-text'

/** A decision in a request. */
export interface SentDecision {
  actorId: string
  decision: Decision
  comment: string | null
}

/** Such as `Ana Ruiz approved this at 2026-01-31T12:00:00.000Z`. */
export const describeDecision = ({ by, decision, at }: ApprovalDecision): string =>
  `${isolateText(by?.name ?? 'The deadline')} ${decision} this at ${at}`

/** True if the recorded decision is the one that was sent, so that the request is a repetition. */
export const isSameDecision = (recorded: ApprovalDecision | null, sent: SentDecision): boolean =>
  recorded?.via === 'person' &&
  recorded.by?.id === sent.actorId &&
  recorded.decision === sent.decision &&
  // Earlier releases recorded a comment as it was typed, with marks apart from their letters.
  (recorded.comment?.normalize() ?? null) === (sent.comment?.normalize() ?? null)

/** The error for a decision on an approval that is closed or was decided differently. */
export const decisionConflict = ({ state, decision }: Pick<ApprovalView, 'state' | 'decision'>): AppError => {
  if (!decision)
    return new AppError('CASE_CLOSED', isWithdrawn(state) ? 'This was withdrawn' : undefined, { state })
  return new AppError('ALREADY_DECIDED', describeDecision(decision), { state, decision })
}
