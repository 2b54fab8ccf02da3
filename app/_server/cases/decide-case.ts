import type { Context, Verb } from '@/app/_server/auth/context'
import type { Actor } from '@/temporal/contract/auth/actor'
import { denialReason } from '@/temporal/contract/auth/permissions'
import type { ApprovalDecision, ApprovalView, DecideInput } from '@/temporal/contract/cases/approval'
import { AppError, isAppError } from '@/temporal/contract/errors'
import type { DecisionResponse } from '@/temporal/contract/responses'
import type { DecideCase } from '@/temporal/contract/schemas/case'
import { isTerminal } from '@/temporal/contract/states'
import { UPDATES } from '@/temporal/contract/temporal-names'
import { updateCase } from '../live/update-case'
import { canonical, canonicalHash } from '../platform/canonical-hash'
import { withMetrics } from '../platform/with-metrics'
import { requireCaseReader, toApprovalResource, toUpdateActor } from './case-access'
import { markReadByCaller } from './case-reads'
import { decisionConflict, describeDecision, isSameDecision, type SentDecision } from './decision-conflict'
import { type ResolvedApproval, resolveApproval, resolveApprovalFresh } from './resolve-approval'
import { pendingCaseActionResponse, toCaseActionResponse } from './update-approval'

/** The same actor's same answer to the same question is one decision, however often it is sent. */
const toUpdateId = (interactionId: string, { actorId, decision, comment }: SentDecision): string =>
  `${UPDATES.decide}:${interactionId}:${actorId}:${canonicalHash({ decision, comment }).slice(0, 32)}`

const pendingDecision = (caseId: string): DecisionResponse => ({
  ...pendingCaseActionResponse(caseId),
  decision: null,
})

/** True for the refusal that names as decided what was sent: this very decision came through on another way. */
const isOwnDecision = (error: unknown, sent: SentDecision): boolean =>
  isAppError(error) &&
  error.code === 'ALREADY_DECIDED' &&
  isSameDecision((error.details.decision ?? null) as ApprovalDecision | null, sent)

/**
 * The reply for what was recorded; pending where the approval does not show a decision yet.
 * @throws AppError ALREADY_DECIDED where another decision was recorded
 */
const toDecisionResponse = (
  ctx: Context,
  caseId: string,
  approval: ApprovalView,
  sent: SentDecision,
): DecisionResponse => {
  const { decision, state } = approval
  if (!decision && !isTerminal(state)) return pendingDecision(caseId)
  if (!decision || !isSameDecision(decision, sent)) throw decisionConflict(approval)
  markReadByCaller(ctx, approval.approvalId, approval.version)
  return {
    ...toCaseActionResponse(caseId, approval, describeDecision(decision)),
    decision: canonical(decision),
  }
}

const requireDecidePermission = (actor: Actor, { approval }: ResolvedApproval): void => {
  const { state: _open, ...resource } = toApprovalResource(approval)
  const code = denialReason(actor, 'case.decide', resource)
  if (code) throw new AppError(code, undefined, code === 'NOT_IN_GROUP' ? { group: approval.group } : {})
}

const checkRequest = (
  { decision, comment, expectedVersion }: DecideCase,
  { asked }: ResolvedApproval,
): void => {
  if (decision === 'rejected' && !comment) throw new AppError('REASON_REQUIRED')
  if (asked.kind === 'order' && expectedVersion !== undefined && expectedVersion !== asked.version)
    throw new AppError('VERSION_MISMATCH', `The case is at version ${asked.version}`, {
      version: asked.version,
    })
}

/** The target; a group that is not the actor's is looked up again: the first look may be older than an escalation. */
const resolveForActor = async (ctx: Context, actor: Actor, caseId: string): Promise<ResolvedApproval> => {
  const target = await resolveApproval(ctx, caseId)
  return actor.groups.includes(target.approval.group) ? target : resolveApprovalFresh(ctx, caseId)
}

const send = async (ctx: Context, actor: Actor, input: DecideCase, { asked, approval }: ResolvedApproval) => {
  const { decision, comment = null } = input
  const sent: SentDecision = { actorId: actor.id, decision, comment }
  const interactionId = input.interactionId ?? approval.interaction?.interactionId
  const isForOrder = asked.kind === 'order'
  const update: DecideInput = {
    actor: toUpdateActor(actor),
    decision,
    comment,
    interactionId,
    ...(isForOrder || input.expectedVersion === undefined ? {} : { expectedVersion: input.expectedVersion }),
  }
  return updateCase(ctx, {
    caseId: approval.approvalId,
    name: UPDATES.decide,
    input: update,
    updateId: toUpdateId(interactionId ?? '', sent),
  })
}

const decide: Verb<DecideCase, DecisionResponse> = async (ctx, input) => {
  const actor = requireCaseReader(ctx)
  const target = await resolveForActor(ctx, actor, input.caseId)
  requireDecidePermission(actor, target)
  checkRequest(input, target)
  const sent: SentDecision = { actorId: actor.id, decision: input.decision, comment: input.comment ?? null }
  const closed = async () => (await resolveApprovalFresh(ctx, target.approval.approvalId)).approval
  if (isTerminal(target.approval.state)) return toDecisionResponse(ctx, input.caseId, target.approval, sent)
  try {
    const outcome = await send(ctx, actor, input, target)
    if (outcome.kind === 'pending') return pendingDecision(input.caseId)
    const view = outcome.kind === 'done' ? outcome.view : await closed()
    if (view.kind !== 'approval') throw new AppError('NOT_FOUND')
    return toDecisionResponse(ctx, input.caseId, view, sent)
  } catch (error) {
    if (!isOwnDecision(error, sent)) throw error
    return toDecisionResponse(ctx, input.caseId, await closed(), sent)
  }
}

/**
 * Approves or rejects. The first decision wins; the same decision sent again gets the same answer, another one is
 * refused and told who decided.
 */
export const decideCase = withMetrics(
  decide,
  (metrics, outcome) => metrics.decision(outcome),
  ({ decision }) => decision?.decision ?? 'pending',
)
