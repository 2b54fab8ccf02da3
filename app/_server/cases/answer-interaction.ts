import type { Verb } from '@/app/_server/auth/context'
import { AppError } from '@/temporal/contract/errors'
import type { DecisionResponse } from '@/temporal/contract/responses'
import type { AnswerInteraction } from '@/temporal/contract/schemas/case'
import { requireCaseReader } from './case-access'
import { decideCase } from './decide-case'
import { describeDecision } from './decision-conflict'
import { type ResolvedApproval, resolveApproval, resolveApprovalFresh } from './resolve-approval'

const isAsking = ({ approval }: ResolvedApproval, interactionId: string): boolean =>
  approval.interaction?.interactionId === interactionId

/** Answers what a case asks right now. An unknown question and an answered one are refused alike. */
export const answerInteraction: Verb<AnswerInteraction, DecisionResponse> = async (ctx, input) => {
  requireCaseReader(ctx)
  const { caseId, interactionId, response } = input
  if (!isAsking(await resolveApproval(ctx, caseId), interactionId)) {
    const now = await resolveApprovalFresh(ctx, caseId)
    const { decision } = now.approval
    if (!isAsking(now, interactionId))
      throw new AppError('INTERACTION_MISMATCH', decision ? describeDecision(decision) : undefined, {
        interactionId: now.approval.interaction?.interactionId ?? null,
        decision,
      })
  }
  return decideCase(ctx, { caseId, interactionId, decision: response.action, comment: response.comment })
}
