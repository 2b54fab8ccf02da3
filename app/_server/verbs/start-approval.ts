import { type Context, demand, type Verb } from '@/app/_server/http/context'
import { findCase } from '@/db/queries/cases'
import { groupExists } from '@/db/queries/people'
import { type ApprovalInput, PRIORITIES } from '@/temporal/contract/approval'
import { Refusal } from '@/temporal/contract/errors'
import { numberOf, workflowIdOf } from '@/temporal/contract/ids'
import { DEFAULT_CURRENCY } from '@/temporal/contract/money'
import { type Actor, personOf } from '@/temporal/contract/people'
import type { FieldError } from '@/temporal/contract/problem'
import type { StartedApproval } from '@/temporal/contract/replies'
import type { ApprovalRequest, StartApproval } from '@/temporal/contract/schemas/approval'
import { counted } from '../counted'
import { isDatabaseDown } from '../http/database-errors'
import { invalid } from '../http/problem'
import { canonicalHash } from '../orders/canonical-hash'
import { standaloneApprovalIdOf } from '../orders/order-id'
import { approvalPolicyOf } from '../orders/policy'

export interface Started {
  approval: StartedApproval
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
  if (faults.length > 0) throw invalid(faults)
}

/** Hash of the request that started this approval: kept by Temporal for its retention, by the projection for good. */
const startedWith = async ({ runtime }: Context, approvalId: string): Promise<string | null> => {
  try {
    const stored = await findCase(runtime.db, approvalId)
    if (stored) return stored.requestHash
  } catch (error) {
    if (!isDatabaseDown(error)) throw error
  }
  return (await runtime.gateway.memoOf(approvalId))?.requestHash ?? null
}

const inputOf = (
  ctx: Context,
  actor: Actor,
  approvalId: string,
  { approval, requestHash }: { approval: ApprovalRequest; requestHash: string },
): ApprovalInput => ({
  approvalId,
  title: approval.title,
  requester: personOf(actor),
  policy: approvalPolicyOf(ctx.runtime.env, approval, ctx.now),
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
    number: numberOf(input.approvalId),
    submitter: input.requester.name,
    currency: input.currency,
    requestHash: input.requestHash,
  })

const startOnce: Verb<StartApproval, Started> = async (ctx, { idempotencyKey, approval }) => {
  const actor = demand(ctx, 'approval.start')
  const approvalId = standaloneApprovalIdOf(actor.principal, idempotencyKey)
  const requestHash = canonicalHash(approval)
  let before = await startedWith(ctx, approvalId)
  if (before === null) {
    await checkRequest(ctx, approval)
    const outcome = await start(ctx, inputOf(ctx, actor, approvalId, { approval, requestHash }))
    if (outcome === 'exists') before = await startedWith(ctx, approvalId)
  }
  if (before !== null && before !== requestHash) throw new Refusal('IDEMPOTENCY_KEY_REUSED')
  return {
    replayed: before !== null,
    approval: {
      caseId: approvalId,
      workflowId: workflowIdOf(approvalId),
      state: 'OPEN',
      caseUrl: `${ctx.runtime.env.appUrl}/cases/${approvalId}`,
    },
  }
}

/** Starts an approval without an order, once for each principal and key. */
export const startApproval = counted(
  startOnce,
  (metrics, outcome) => metrics.workflowStart('approval', outcome),
  ({ replayed }) => (replayed ? 'replayed' : 'started'),
)
