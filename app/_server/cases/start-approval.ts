import { type Context, requirePermission, type Verb } from '@/app/_server/auth/context'
import { selectCase } from '@/db/queries/cases/cases'
import { groupExists } from '@/db/queries/people/groups'
import { type ApprovalInput, PRIORITIES } from '@/temporal/contract/cases/approval'
import { toCaseNumber, toWorkflowId } from '@/temporal/contract/cases/case-ids'
import { AppError } from '@/temporal/contract/errors'
import { DEFAULT_CURRENCY } from '@/temporal/contract/money'
import { paths } from '@/temporal/contract/paths'
import { type Actor, toPerson } from '@/temporal/contract/people/people'
import type { FieldError } from '@/temporal/contract/problem'
import type { StartApprovalResponse } from '@/temporal/contract/responses'
import type { ApprovalRequest, StartApproval } from '@/temporal/contract/schemas/approval'
import { INITIAL_STATES } from '@/temporal/contract/states'
import { canonicalHash } from '../platform/canonical-hash'
import { deriveApprovalId } from '../platform/derive-case-id'
import { validationError } from '../platform/http/problem'
import { isDatabaseDown } from '../platform/resilience/database-errors'
import { withMetrics } from '../platform/with-metrics'
import { toApprovalPolicy } from './approval-policy'

export interface Started {
  approval: StartApprovalResponse
  /** The key had started this approval before. */
  replayed: boolean
}

const groupFaults = async ({ runtime }: Context, request: ApprovalRequest): Promise<FieldError[]> => {
  const asked = [{ path: 'group', group: request.group }]
  if (request.onDeadline?.action === 'escalate')
    asked.push({ path: 'onDeadline.group', group: request.onDeadline.group })
  const faults = await Promise.all(
    asked.map(async ({ path, group }) =>
      (await groupExists(runtime.db, group)) ? [] : [{ path, message: `There is no group ${group}` }],
    ),
  )
  return faults.flat()
}

const checkRequest = async (ctx: Context, request: ApprovalRequest): Promise<void> => {
  const faults = await groupFaults(ctx, request)
  if (request.deadlineAt !== undefined && Date.parse(request.deadlineAt) <= ctx.now.getTime())
    faults.push({ path: 'deadlineAt', message: 'The deadline is already over' })
  if (faults.length > 0) throw validationError(faults)
}

/** Hash of the request that started this approval: kept by Temporal for its retention, by the projection for good. */
const findStartedRequestHash = async ({ runtime }: Context, approvalId: string): Promise<string | null> => {
  try {
    const stored = await selectCase(runtime.db, approvalId)
    if (stored) return stored.requestHash
  } catch (error) {
    if (!isDatabaseDown(error)) throw error
  }
  return (await runtime.gateway.getMemo(approvalId))?.requestHash ?? null
}

const toApprovalInput = (
  ctx: Context,
  actor: Actor,
  approvalId: string,
  { approval, requestHash }: { approval: ApprovalRequest; requestHash: string },
): ApprovalInput => ({
  approvalId,
  title: approval.title,
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

/** True where this call started it. The requester cannot decide it, so the requester is the caller and nobody else. */
const start = (ctx: Context, input: ApprovalInput) =>
  ctx.runtime.gateway.startApproval(input, {
    title: input.title,
    number: toCaseNumber(input.approvalId),
    submitter: input.requester.name,
    currency: input.currency,
    requestHash: input.requestHash,
  })

const startOrReplay: Verb<StartApproval, Started> = async (ctx, { idempotencyKey, approval }) => {
  const actor = requirePermission(ctx, 'approval.start')
  const approvalId = deriveApprovalId(actor.principal, idempotencyKey)
  const requestHash = canonicalHash(approval)
  let before = await findStartedRequestHash(ctx, approvalId)
  if (before === null) {
    await checkRequest(ctx, approval)
    const outcome = await start(ctx, toApprovalInput(ctx, actor, approvalId, { approval, requestHash }))
    if (outcome === 'exists') before = await findStartedRequestHash(ctx, approvalId)
  }
  if (before !== null && before !== requestHash) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  return {
    replayed: before !== null,
    approval: {
      caseId: approvalId,
      workflowId: toWorkflowId(approvalId),
      state: INITIAL_STATES.approval,
      caseUrl: ctx.runtime.env.appUrl + paths.case(approvalId),
    },
  }
}

/** Starts an approval without an order, once for each principal and key. */
export const startApproval = withMetrics(
  startOrReplay,
  (metrics, outcome) => metrics.workflowStart('approval', outcome),
  ({ replayed }) => (replayed ? 'replayed' : 'started'),
)
