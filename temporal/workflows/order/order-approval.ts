/** The part of an order that waits for a person. */

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
import { deriveApprovalId, toWorkflowId } from '../../contract/cases/case-ids'
import type { CaseMemo } from '../../contract/cases/case-memo'
import type { RuleMatch } from '../../contract/orders/approval-rules'
import type { Outcome } from '../../contract/orders/order'
import { isTerminal } from '../../contract/states'
import { TASK_QUEUES, WORKFLOWS } from '../../contract/temporal-names'
import type { approvalWorkflow } from '../approval/approval-workflow'
import type { NewEntry } from '../shared/case-recorder'
import type { OrderCase } from './order-case'
import { OrderTerminated, runCancellable, throwIfCancelled } from './run-step'

/** How long a cancelled order waits to hear what became of its approval. */
const WITHDRAWAL_TIMEOUT_MS = 5_000

const toApprovalInput = (order: OrderCase, approvalId: string, hit: RuleMatch): ApprovalInput => {
  const { view, input } = order
  return {
    approvalId,
    title: orderTitle(view.number),
    requester: view.customer,
    policy: input.policy.approval,
    priority: hit.rule === 'high-value' ? 2 : 1,
    amountCents: view.totalCents,
    currency: view.currency,
    orderId: view.orderId,
    prompt: 'Approve this order?',
    payload: { rule: hit.rule, reason: hit.reason, lines: view.lines },
    requestHash: null,
  }
}

const startApproval = (order: OrderCase, approvalId: string, hit: RuleMatch) => {
  const input = toApprovalInput(order, approvalId, hit)
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

/** A reset to before the question leaves an approval that nobody listens to any more. */
const withdrawOrphan = async (approvalId: string): Promise<void> => {
  try {
    await getExternalWorkflowHandle(toWorkflowId(approvalId)).cancel()
  } catch (error) {
    if (!(error instanceof TemporalFailure)) throw error // it has closed already: nothing to withdraw
  }
}

/** Said once the approval runs: whoever reads of it can open and decide it. */
const recordApprovalOpened = (order: OrderCase, approvalId: string, { rule, reason }: RuleMatch): void => {
  const notes: NewEntry[] = order.view.approval ? [] : [{ code: 'approvalAsked', params: { rule, reason } }]
  order.applyChange(
    { state: 'AWAITING_APPROVAL', approval: { approvalId, state: 'OPEN', decision: null } },
    ...notes,
  )
}

const openApproval = async (order: OrderCase, hit: RuleMatch): Promise<ApprovalResult> => {
  const approvalId = deriveApprovalId(order.view.orderId, ++order.approvalRound)
  try {
    const approval = await startApproval(order, approvalId, hit)
    recordApprovalOpened(order, approvalId, hit)
    const result = await approval.result()
    recordApprovalResult(order, approvalId, result)
    return result
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) {
      await withdrawOrphan(approvalId)
      return openApproval(order, hit)
    }
    // Terminated: nobody will answer this one.
    if (order.view.approval?.approvalId === approvalId)
      recordApprovalResult(order, approvalId, { state: 'WITHDRAWN', decision: null })
    throw error
  }
}

/**
 * Asks for an approval until a person or the deadline answers it.
 * An approval that was withdrawn in Temporal while its order goes on is asked anew.
 * @throws OrderTerminated when it was rejected, expired or the order was cancelled meanwhile
 */
export const awaitApproval = async (order: OrderCase, hit: RuleMatch): Promise<void> => {
  for (;;) {
    const result = await runCancellable(order, 'Asking for an approval', () => openApproval(order, hit))
    throwIfCancelled(order)
    if (result.state !== 'WITHDRAWN') return throwUnlessApproved(result)
    order.applyChange({}, { code: 'approvalRenewed' })
  }
}

/** Lets an open approval tell how it ended, so that the order's last view agrees with it. */
export const awaitApprovalClosed = async (order: OrderCase): Promise<void> => {
  const hasEnded = () => order.view.approval === null || isTerminal(order.view.approval.state)
  if (hasEnded() || (await condition(hasEnded, WITHDRAWAL_TIMEOUT_MS))) return
  // Its own worker is away. Closing the order asks it to withdraw, which is what it will do.
  const { approval } = order.view
  if (approval) order.applyChange({ approval: { ...approval, state: 'WITHDRAWN' } })
}
