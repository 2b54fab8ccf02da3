/** The approval step of an order: starts the child workflow and waits for its decision. */

import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common'
import {
  condition,
  getExternalWorkflowHandle,
  ParentClosePolicy,
  startChild,
  TemporalFailure,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow'
import type { ApprovalInput, ApprovalResult } from '../../contract/cases/approval'
import { orderTitle } from '../../contract/cases/case'
import { deriveOrderApprovalId, toWorkflowId } from '../../contract/cases/case-ids'
import type { CaseMemo } from '../../contract/cases/case-memo'
import type { RuleMatch } from '../../contract/orders/approval-rules'
import type { Outcome } from '../../contract/orders/order'
import { isTerminal } from '../../contract/states'
import { TASK_QUEUES, WORKFLOWS } from '../../contract/temporal-names'
import type { approvalWorkflow } from '../approval/approval-workflow'
import type { NewEntry } from '../shared/case-recorder'
import type { OrderCase } from './order-case'
import { OrderTerminated, runCancellable, throwIfCancelled } from './run-step'

/** Longest time that a cancelled order waits for its approval to close. */
const WITHDRAWAL_TIMEOUT_MS = 5_000

const toApprovalInput = (order: OrderCase, approvalId: string, match: RuleMatch): ApprovalInput => {
  const { view, input } = order
  return {
    approvalId,
    title: orderTitle(view.number),
    requester: view.customer,
    policy: input.policy.approval,
    priority: match.rule === 'high-value' ? 2 : 1,
    amountCents: view.totalCents,
    currency: view.currency,
    orderId: view.orderId,
    prompt: 'Approve this order?',
    payload: { rule: match.rule, reason: match.reason, lines: view.lines },
    requestHash: null,
  }
}

const startApproval = (order: OrderCase, approvalId: string, match: RuleMatch) => {
  const input = toApprovalInput(order, approvalId, match)
  const memo: CaseMemo = {
    title: input.title,
    number: order.view.number,
    submitter: input.requester.name,
    currency: input.currency,
    requestHash: null,
  }
  return startChild<typeof approvalWorkflow>(WORKFLOWS.approval, {
    workflowId: toWorkflowId(approvalId),
    taskQueue: TASK_QUEUES.approval,
    workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
    parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
    memo: { ...memo },
    args: [input],
  })
}

const OUTCOMES = {
  rejected: { code: 'APPROVAL_REJECTED', reason: 'rejected' },
  expired: { code: 'APPROVAL_EXPIRED', reason: 'nobody approved in time' },
} as const satisfies Record<string, Outcome>

const throwUnlessApproved = ({ state, decision }: ApprovalResult): void => {
  if (decision?.decision === 'approved') return
  if (state === 'EXPIRED') throw new OrderTerminated('CANCELLED', OUTCOMES.expired)
  const comment = decision?.comment
  throw new OrderTerminated('CANCELLED', {
    ...OUTCOMES.rejected,
    ...(comment ? { reason: comment, customerReason: comment } : {}),
  })
}

const recordApprovalResult = (order: OrderCase, approvalId: string, result: ApprovalResult): void => {
  const { state, decision } = result
  order.applyChange(
    { approval: { approvalId, state, decision } },
    {
      code: 'approvalAnswered',
      params: { outcome: state.toLowerCase(), ...(decision?.comment ? { comment: decision.comment } : {}) },
      ...(decision?.by ? { sender: decision.by } : {}),
    },
  )
}

/** Cancels the approval that a reset of its order left without a parent. */
const withdrawOrphan = async (approvalId: string): Promise<void> => {
  try {
    await getExternalWorkflowHandle(toWorkflowId(approvalId)).cancel()
  } catch (error) {
    if (!(error instanceof TemporalFailure)) throw error // it has closed already
  }
}

/** Called once the approval runs, so that readers of the entry can open and decide it. */
const recordApprovalOpened = (order: OrderCase, approvalId: string, { rule, reason }: RuleMatch): void => {
  const entries: NewEntry[] = order.view.approval ? [] : [{ code: 'approvalAsked', params: { rule, reason } }]
  order.applyChange(
    { state: 'AWAITING_APPROVAL', approval: { approvalId, state: 'OPEN', decision: null } },
    ...entries,
  )
}

const openApproval = async (order: OrderCase, match: RuleMatch): Promise<ApprovalResult> => {
  const approvalId = deriveOrderApprovalId(order.view.orderId, ++order.approvalRound)
  try {
    const approval = await startApproval(order, approvalId, match)
    recordApprovalOpened(order, approvalId, match)
    const result = await approval.result()
    recordApprovalResult(order, approvalId, result)
    return result
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) {
      await withdrawOrphan(approvalId)
      return openApproval(order, match)
    }
    // The approval was terminated, so nobody will decide it.
    if (order.view.approval?.approvalId === approvalId)
      recordApprovalResult(order, approvalId, { state: 'WITHDRAWN', decision: null })
    throw error
  }
}

/**
 * Opens an approval and waits until a person or the deadline decides it.
 * One that is withdrawn in Temporal while its order goes on is replaced by a new one.
 * @throws OrderTerminated when it is rejected or expires, or the order is cancelled meanwhile
 */
export const awaitApproval = async (order: OrderCase, match: RuleMatch): Promise<void> => {
  for (;;) {
    const result = await runCancellable(order, 'Asking for an approval', () => openApproval(order, match))
    throwIfCancelled(order)
    if (result.state !== 'WITHDRAWN') return throwUnlessApproved(result)
    order.applyChange({}, { code: 'approvalRenewed' })
  }
}

/** Waits for an open approval to close, so that the order's last view agrees with it. */
export const awaitApprovalClosed = async (order: OrderCase): Promise<void> => {
  const hasEnded = () => order.view.approval === null || isTerminal(order.view.approval.state)
  if (hasEnded() || (await condition(hasEnded, WITHDRAWAL_TIMEOUT_MS))) return
  // No worker serves the approval. Closing the order requests its cancellation, so it will end as withdrawn.
  const { approval } = order.view
  if (approval) order.applyChange({ approval: { ...approval, state: 'WITHDRAWN' } })
}
