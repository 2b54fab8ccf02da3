import { type Context, requirePermission, type Verb } from '@/app/_server/auth/context'
import { selectCase } from '@/db/queries/cases/cases'
import { selectUnknownGroups } from '@/db/queries/people/groups'
import { getMemo } from '@/temporal/client/case-handle'
import { startApprovalWorkflow } from '@/temporal/client/start-case'
import { type Actor, toPerson } from '@/temporal/contract/auth/actor'
import { type ApprovalInput, PRIORITIES } from '@/temporal/contract/cases/approval'
import { toCaseNumber, toWorkflowId } from '@/temporal/contract/cases/case-ids'
import { AppError } from '@/temporal/contract/errors'
import { DEFAULT_CURRENCY } from '@/temporal/contract/money'
import * as paths from '@/temporal/contract/paths'
import type { FieldError } from '@/temporal/contract/problem'
import type { StartApprovalResponse } from '@/temporal/contract/responses'
import type { ApprovalRequest, StartApproval } from '@/temporal/contract/schemas/approval-request'
import { INITIAL_STATES } from '@/temporal/contract/states'
import { deriveStandaloneApprovalId } from '../platform/derive-case-id'
import { validationError } from '../platform/http/problem'
import { isDatabaseDown } from '../platform/resilience/database-errors'
import { withMetrics } from '../platform/with-metrics'
import { hashApproval, isSameApproval } from './approval-hash'
import { toApprovalPolicy } from './to-approval-policy'

export interface StartedApproval {
  approval: StartApprovalResponse
  /** An earlier request with the same idempotency key started this approval. */
  replayed: boolean
}

const checkGroups = async ({ runtime }: Context, request: ApprovalRequest): Promise<FieldError[]> => {
  const fields = [{ path: 'group', group: request.group }]
  if (request.onDeadline?.action === 'escalate')
    fields.push({ path: 'onDeadline.group', group: request.onDeadline.group })
  if (request.fallbackGroup !== undefined)
    fields.push({ path: 'fallbackGroup', group: request.fallbackGroup })
  const unknown = await selectUnknownGroups(
    runtime.db,
    fields.map(({ group }) => group),
  )
  return fields
    .filter(({ group }) => unknown.includes(group))
    .map(({ path, group }) => ({ path, message: `There is no group ${group}` }))
}

const checkRequest = async (ctx: Context, request: ApprovalRequest): Promise<void> => {
  const errors = await checkGroups(ctx, request)
  if (request.deadlineAt !== undefined && Date.parse(request.deadlineAt) <= ctx.now.getTime())
    errors.push({ path: 'deadlineAt', message: 'The deadline is already over' })
  if (errors.length > 0) throw validationError(errors)
}

/** Hash of the request that started this approval, from the projection, or from Temporal while Postgres is down. */
const findStartedRequestHash = async ({ runtime }: Context, approvalId: string): Promise<string | null> => {
  try {
    const stored = await selectCase(runtime.db, approvalId)
    if (stored) return stored.requestHash
  } catch (error) {
    if (!isDatabaseDown(error)) throw error
  }
  return (await getMemo(runtime.temporal, approvalId))?.requestHash ?? null
}

const toApprovalInput = (
  ctx: Context,
  actor: Actor,
  approvalId: string,
  { approval, requestHash }: { approval: ApprovalRequest; requestHash: string },
): ApprovalInput => ({
  approvalId,
  title: approval.title,
  // Never from the input: the requester must not decide, and could otherwise name somebody else.
  requester: toPerson(actor),
  policy: toApprovalPolicy(ctx.runtime.env, approval, ctx.now),
  priority: approval.priority ?? PRIORITIES[0],
  amountCents: approval.amountCents ?? null,
  currency: approval.amountCents === undefined ? null : (approval.currency ?? DEFAULT_CURRENCY),
  orderId: null,
  prompt: approval.prompt ?? approval.title,
  payload: approval.payload ?? {},
  requestHash,
})

const start = (ctx: Context, input: ApprovalInput) =>
  startApprovalWorkflow(ctx.runtime.temporal, input, {
    title: input.title,
    number: toCaseNumber(input.approvalId),
    submitter: input.requester.name,
    currency: input.currency,
    requestHash: input.requestHash,
  })

const startOrReplay: Verb<StartApproval, StartedApproval> = async (ctx, { idempotencyKey, approval }) => {
  const actor = requirePermission(ctx, 'approval.start')
  const approvalId = deriveStandaloneApprovalId(actor.principal, idempotencyKey)
  const requestHash = hashApproval(approval)
  let earlierHash = await findStartedRequestHash(ctx, approvalId)
  if (earlierHash === null) {
    await checkRequest(ctx, approval)
    const outcome = await start(ctx, toApprovalInput(ctx, actor, approvalId, { approval, requestHash }))
    if (outcome === 'exists') earlierHash = await findStartedRequestHash(ctx, approvalId)
  }
  if (earlierHash !== null && !isSameApproval(earlierHash, approval))
    throw new AppError('IDEMPOTENCY_KEY_REUSED')
  return {
    replayed: earlierHash !== null,
    approval: {
      caseId: approvalId,
      workflowId: toWorkflowId(approvalId),
      state: INITIAL_STATES.approval,
      caseUrl: ctx.runtime.env.appUrl + paths.casePage(approvalId),
    },
  }
}

/** Starts an approval without an order, once for each principal and idempotency key. */
export const startApproval = withMetrics(
  startOrReplay,
  (metrics, outcome) => metrics.workflowStart('approval', outcome),
  ({ replayed }) => (replayed ? 'replayed' : 'started'),
)
