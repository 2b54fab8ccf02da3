/** Who decided what, in words and as the refusal of whoever came later. */

import type { ApprovalDecision, ApprovalView, Decision } from '@/temporal/contract/cases/approval'
import { AppError } from '@/temporal/contract/errors'
import { isWithdrawn } from '@/temporal/contract/states'

/** A decision as it was sent. */
export interface SentDecision {
  actorId: string
  decision: Decision
  comment: string | null
}

/** Such as `Ana Ruiz approved this at 2026-01-31T12:00:00.000Z`. */
export const describeDecision = ({ by, decision, at }: ApprovalDecision): string =>
  `${by?.name ?? 'The deadline'} ${decision} this at ${at}`

/** True where the recorded decision is the one that was sent: the same press, perhaps repeated. */
export const isSameDecision = (recorded: ApprovalDecision | null, sent: SentDecision): boolean =>
  recorded?.via === 'person' &&
  recorded.by?.id === sent.actorId &&
  recorded.decision === sent.decision &&
  recorded.comment === sent.comment

/** What a decision meets in an approval that is closed, or decided otherwise. */
export const decisionConflict = ({ state, decision }: Pick<ApprovalView, 'state' | 'decision'>): AppError => {
  if (!decision)
    return new AppError('CASE_CLOSED', isWithdrawn(state) ? 'This was withdrawn' : undefined, { state })
  return new AppError('ALREADY_DECIDED', describeDecision(decision), { state, decision })
}
