import type { Context, Verb } from '@/app/_server/auth/context'
import type { Actor } from '@/temporal/contract/auth/actor'
import { denialReason } from '@/temporal/contract/auth/permissions'
import type { ApprovalDecision, ApprovalView, DecideInput } from '@/temporal/contract/cases/approval'
import { AppError, type ErrorCode, isAppError } from '@/temporal/contract/errors'
import type { DecisionResponse } from '@/temporal/contract/responses'
import type { DecideCase } from '@/temporal/contract/schemas/case-request'
import { isTerminal } from '@/temporal/contract/states'
import { UPDATES } from '@/temporal/contract/temporal-names'
import { updateCase } from '../live/update-case'
import { canonical, canonicalHash } from '../platform/canonical-hash'
import { withMetrics } from '../platform/with-metrics'
import { requireCaseReader, toApprovalResource, toUpdateActor } from './case-access'
import { decisionConflict, describeDecision, isSameDecision, type SentDecision } from './decision-conflict'
import { markReadByCaller } from './read-marks'
import { type ResolvedApproval, resolveApproval, resolveApprovalFresh, toDenial } from './resolve-approval'
import { pendingCaseActionResponse, toCaseActionResponse } from './update-approval'

/** Equal decisions of one actor on one interaction share an update id, so that Temporal deduplicates retries. */
const toUpdateId = (interactionId: string, { actorId, decision, comment }: SentDecision): string =>
  `${UPDATES.decide}:${interactionId}:${actorId}:${canonicalHash({ decision, comment }).slice(0, 32)}`

const pendingDecision = (caseId: string): DecisionResponse => ({
  ...pendingCaseActionResponse(caseId),
  decision: null,
})

/** True if the error reports the very decision that was sent: another request delivered it first. */
const isOwnDecision = (error: unknown, sent: SentDecision): boolean =>
  isAppError(error) &&
  error.code === 'ALREADY_DECIDED' &&
  isSameDecision((error.details.decision ?? null) as ApprovalDecision | null, sent)

/**
 * The response for a recorded decision; pending if the approval does not show one yet.
 * @throws AppError ALREADY_DECIDED if another decision was recorded, CASE_CLOSED if it closed without one
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

/** A closed approval is reported as decided, whoever held it. */
const decideDenial = (actor: Actor, { approval }: ResolvedApproval): ErrorCode | null => {
  const { state: _, assigneeId, ...resource } = toApprovalResource(approval)
  return denialReason(
    actor,
    'case.decide',
    isTerminal(approval.state) ? resource : { ...resource, assigneeId },
  )
}

const checkRequest = (
  { decision, comment, expectedVersion }: DecideCase,
  { requested }: ResolvedApproval,
): void => {
  if (decision === 'rejected' && !comment) throw new AppError('REASON_REQUIRED')
  if (requested.kind === 'order' && expectedVersion !== undefined && expectedVersion !== requested.version)
    throw new AppError('VERSION_MISMATCH', `The case is at version ${requested.version}`, {
      version: requested.version,
    })
}

/**
 * The approval if the actor may decide it. Reads it fresh before refusing: a shared read may predate an escalation or
 * that the actor took it over.
 * @throws AppError with the code in the permission table, naming the group or the holder
 */
const resolveForActor = async (ctx: Context, actor: Actor, caseId: string): Promise<ResolvedApproval> => {
  const resolved = await resolveApproval(ctx, caseId)
  if (decideDenial(actor, resolved) === null) return resolved
  const fresh = await resolveApprovalFresh(ctx, caseId)
  const code = decideDenial(actor, fresh)
  if (code) throw toDenial(code, fresh.approval)
  return fresh
}

const send = async (
  ctx: Context,
  actor: Actor,
  input: DecideCase,
  { requested, approval }: ResolvedApproval,
) => {
  const { decision, comment = null } = input
  const sent: SentDecision = { actorId: actor.id, decision, comment }
  const interactionId = input.interactionId ?? approval.interaction?.interactionId
  const isForOrder = requested.kind === 'order'
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
  const resolved = await resolveForActor(ctx, actor, input.caseId)
  checkRequest(input, resolved)
  const sent: SentDecision = { actorId: actor.id, decision: input.decision, comment: input.comment ?? null }
  const readClosed = async () => (await resolveApprovalFresh(ctx, resolved.approval.approvalId)).approval
  if (isTerminal(resolved.approval.state))
    return toDecisionResponse(ctx, input.caseId, resolved.approval, sent)
  try {
    const outcome = await send(ctx, actor, input, resolved)
    if (outcome.kind === 'pending') return pendingDecision(input.caseId)
    const view = outcome.kind === 'done' ? outcome.view : await readClosed()
    if (view.kind !== 'approval') throw new AppError('NOT_FOUND')
    return toDecisionResponse(ctx, input.caseId, view, sent)
  } catch (error) {
    if (!isOwnDecision(error, sent)) throw error
    return toDecisionResponse(ctx, input.caseId, await readClosed(), sent)
  }
}

/**
 * Approves or rejects. The first decision wins; repeating it returns the same response.
 * @throws AppError ALREADY_DECIDED, naming who decided, for any other decision; CLAIMED_BY_ANOTHER, naming the holder
 */
export const decideCase = withMetrics(
  decide,
  (metrics, outcome) => metrics.decision(outcome),
  ({ decision }) => decision?.decision ?? 'pending',
)
