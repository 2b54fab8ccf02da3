import type { Context, Verb } from '@/app/_server/http/context'
import type { ApprovalDecision, ApprovalView, DecideInput } from '@/temporal/contract/approval'
import { whyNot } from '@/temporal/contract/can'
import { isRefusal, Refusal } from '@/temporal/contract/errors'
import { UPDATES } from '@/temporal/contract/messages'
import type { Actor } from '@/temporal/contract/people'
import type { DecisionReply } from '@/temporal/contract/replies'
import type { DecideCase } from '@/temporal/contract/schemas/case'
import { isTerminal } from '@/temporal/contract/states'
import { requireCaseReader, resourceOf, updateActorOf } from '../cases/actors'
import { findTarget, findTargetNow, type Target } from '../cases/approval-target'
import { decidedText, isRecorded, type SentDecision, tooLate } from '../cases/decided'
import { seenByCaller } from '../cases/seen'
import { sendUpdate } from '../cases/send-update'
import { pendingReply, replyOf } from '../cases/touch'
import { counted } from '../counted'
import { canonical, canonicalHash } from '../orders/canonical-hash'

/** The same actor's same answer to the same question is one decision, however often it is sent. */
const updateIdOf = (interactionId: string, { actorId, decision, comment }: SentDecision): string =>
  `${UPDATES.decide}:${interactionId}:${actorId}:${canonicalHash({ decision, comment }).slice(0, 32)}`

const pending = (caseId: string): DecisionReply => ({ ...pendingReply(caseId), decision: null })

/** True for the refusal that names as decided what was sent: this very decision came through on another way. */
const isOwnDecision = (error: unknown, sent: SentDecision): boolean =>
  isRefusal(error) &&
  error.code === 'ALREADY_DECIDED' &&
  isRecorded((error.details.decision ?? null) as ApprovalDecision | null, sent)

/**
 * The reply for what was recorded; pending where the approval does not show a decision yet.
 * @throws Refusal ALREADY_DECIDED where another decision was recorded
 */
const answer = (ctx: Context, caseId: string, approval: ApprovalView, sent: SentDecision): DecisionReply => {
  const { decision, state } = approval
  if (!decision && !isTerminal(state)) return pending(caseId)
  if (!decision || !isRecorded(decision, sent)) throw tooLate(approval)
  seenByCaller(ctx, approval.approvalId, approval.version)
  return { ...replyOf(caseId, approval, decidedText(decision)), decision: canonical(decision) }
}

const mayDecide = (actor: Actor, { approval }: Target): void => {
  const { state: _open, ...resource } = resourceOf(approval)
  const code = whyNot(actor, 'case.decide', resource)
  if (code) throw new Refusal(code, undefined, code === 'NOT_IN_GROUP' ? { group: approval.group } : {})
}

const checkRequest = ({ decision, comment, expectedVersion }: DecideCase, { asked }: Target): void => {
  if (decision === 'rejected' && !comment) throw new Refusal('REASON_REQUIRED')
  if (asked.kind === 'order' && expectedVersion !== undefined && expectedVersion !== asked.version)
    throw new Refusal('VERSION_MISMATCH', `The case is at version ${asked.version}`, {
      version: asked.version,
    })
}

/** The target; a group that is not the actor's is looked up again: the first look may be older than an escalation. */
const targetFor = async (ctx: Context, actor: Actor, caseId: string): Promise<Target> => {
  const target = await findTarget(ctx, caseId)
  return actor.groups.includes(target.approval.group) ? target : findTargetNow(ctx, caseId)
}

const send = async (ctx: Context, actor: Actor, input: DecideCase, { asked, approval }: Target) => {
  const { decision, comment = null } = input
  const sent: SentDecision = { actorId: actor.id, decision, comment }
  const interactionId = input.interactionId ?? approval.interaction?.interactionId
  const isForOrder = asked.kind === 'order'
  const update: DecideInput = {
    actor: updateActorOf(actor),
    decision,
    comment,
    interactionId,
    ...(isForOrder || input.expectedVersion === undefined ? {} : { expectedVersion: input.expectedVersion }),
  }
  return sendUpdate(ctx, {
    caseId: approval.approvalId,
    name: UPDATES.decide,
    input: update,
    updateId: updateIdOf(interactionId ?? '', sent),
  })
}

const decide: Verb<DecideCase, DecisionReply> = async (ctx, input) => {
  const actor = requireCaseReader(ctx)
  const target = await targetFor(ctx, actor, input.caseId)
  mayDecide(actor, target)
  checkRequest(input, target)
  const sent: SentDecision = { actorId: actor.id, decision: input.decision, comment: input.comment ?? null }
  const closed = async () => (await findTargetNow(ctx, target.approval.approvalId)).approval
  if (isTerminal(target.approval.state)) return answer(ctx, input.caseId, target.approval, sent)
  try {
    const outcome = await send(ctx, actor, input, target)
    if (outcome.kind === 'pending') return pending(input.caseId)
    const view = outcome.kind === 'done' ? outcome.view : await closed()
    if (view.kind !== 'approval') throw new Refusal('NOT_FOUND')
    return answer(ctx, input.caseId, view, sent)
  } catch (error) {
    if (!isOwnDecision(error, sent)) throw error
    return answer(ctx, input.caseId, await closed(), sent)
  }
}

/**
 * Approves or rejects. The first decision wins; the same decision sent again gets the same answer, another one is
 * refused and told who decided.
 */
export const decideCase = counted(
  decide,
  (metrics, outcome) => metrics.decision(outcome),
  ({ decision }) => decision?.decision ?? 'pending',
)
