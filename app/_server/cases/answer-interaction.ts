import type { Verb } from '@/app/_server/auth/context'
import { AppError } from '@/temporal/contract/errors'
import type { DecisionResponse } from '@/temporal/contract/responses'
import type { AnswerInteraction } from '@/temporal/contract/schemas/case-request'
import { requireCaseReader } from './case-access'
import { decideCase } from './decide-case'
import { describeDecision } from './decision-conflict'
import { type ResolvedApproval, resolveApproval, resolveApprovalFresh } from './resolve-approval'

const isOpenInteraction = ({ approval }: ResolvedApproval, interactionId: string): boolean =>
  approval.interaction?.interactionId === interactionId

/** Responds to the open interaction of a case. @throws AppError INTERACTION_MISMATCH for an unknown or answered one */
export const answerInteraction: Verb<AnswerInteraction, DecisionResponse> = async (ctx, input) => {
  requireCaseReader(ctx)
  const { caseId, interactionId, response } = input
  if (!isOpenInteraction(await resolveApproval(ctx, caseId), interactionId)) {
    const fresh = await resolveApprovalFresh(ctx, caseId)
    const { decision } = fresh.approval
    if (!isOpenInteraction(fresh, interactionId))
      throw new AppError('INTERACTION_MISMATCH', decision ? describeDecision(decision) : undefined, {
        interactionId: fresh.approval.interaction?.interactionId ?? null,
        decision,
      })
  }
  return decideCase(ctx, { caseId, interactionId, decision: response.action, comment: response.comment })
}
