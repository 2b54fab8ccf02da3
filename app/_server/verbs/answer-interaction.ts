import type { Verb } from '@/app/_server/http/context'
import { Refusal } from '@/temporal/contract/errors'
import type { DecisionReply } from '@/temporal/contract/replies'
import type { AnswerInteraction } from '@/temporal/contract/schemas/case'
import { requireCaseReader } from '../cases/actors'
import { findTarget, findTargetNow, type Target } from '../cases/approval-target'
import { decidedText } from '../cases/decided'
import { decideCase } from './decide-case'

const asks = ({ approval }: Target, interactionId: string): boolean =>
  approval.interaction?.interactionId === interactionId

/** Answers what a case asks right now. An unknown question and an answered one are refused alike. */
export const answerInteraction: Verb<AnswerInteraction, DecisionReply> = async (ctx, input) => {
  requireCaseReader(ctx)
  const { caseId, interactionId, response } = input
  if (!asks(await findTarget(ctx, caseId), interactionId)) {
    const now = await findTargetNow(ctx, caseId)
    const { decision } = now.approval
    if (!asks(now, interactionId))
      throw new Refusal('INTERACTION_MISMATCH', decision ? decidedText(decision) : undefined, {
        interactionId: now.approval.interaction?.interactionId ?? null,
        decision,
      })
  }
  return decideCase(ctx, { caseId, interactionId, decision: response.action, comment: response.comment })
}
