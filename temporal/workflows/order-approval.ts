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
import type { ApprovalInput, ApprovalResult } from '../contract/approval'
import { orderTitle } from '../contract/case'
import { approvalIdOf, workflowIdOf } from '../contract/ids'
import type { CaseMemo } from '../contract/memo'
import { TASK_QUEUES, WORKFLOWS } from '../contract/messages'
import type { Outcome } from '../contract/order'
import type { RuleHit } from '../contract/rules'
import { isTerminal } from '../contract/states'
import type { Note } from './announcer'
import type { approvalWorkflow } from './approval'
import type { OrderCase } from './order-case'
import { endIfCancelled, OrderEnds, runStep } from './order-steps'

/** How long a cancelled order waits to hear what became of its approval. */
const WITHDRAWAL_MS = 5_000

const inputOf = (order: OrderCase, approvalId: string, hit: RuleHit): ApprovalInput => {
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

const startApproval = (order: OrderCase, approvalId: string, hit: RuleHit) => {
  const input = inputOf(order, approvalId, hit)
  const memo: CaseMemo = {
    title: input.title,
    number: order.view.number,
    submitter: input.requester.name,
    currency: input.currency,
    requestHash: null,
  }
  return startChild<typeof approvalWorkflow>(WORKFLOWS.approval, {
    workflowId: workflowIdOf(approvalId),
    taskQueue: TASK_QUEUES.approval,
    workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
    parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
    memo: { ...memo },
    args: [input],
  })
}

const endings = {
  rejected: { code: 'APPROVAL_REJECTED', reason: 'rejected' },
  expired: { code: 'APPROVAL_EXPIRED', reason: 'nobody approved in time' },
} as const satisfies Record<string, Outcome>

const endAsDecided = ({ state, decision }: ApprovalResult): void => {
  if (decision?.decision === 'approved') return
  if (state === 'EXPIRED') throw new OrderEnds('CANCELLED', endings.expired)
  const comment = decision?.comment
  throw new OrderEnds('CANCELLED', {
    ...endings.rejected,
    ...(comment ? { reason: comment, customerReason: comment } : {}),
  })
}

const record = (order: OrderCase, approvalId: string, result: ApprovalResult): void => {
  const { state, decision } = result
  order.announce(
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
    await getExternalWorkflowHandle(workflowIdOf(approvalId)).cancel()
  } catch (error) {
    if (!(error instanceof TemporalFailure)) throw error // it has closed already: nothing to withdraw
  }
}

/** Said once the approval runs: whoever reads of it can open and decide it. */
const asked = (order: OrderCase, approvalId: string, { rule, reason }: RuleHit): void => {
  const notes: Note[] = order.view.approval ? [] : [{ code: 'approvalAsked', params: { rule, reason } }]
  order.announce(
    { state: 'AWAITING_APPROVAL', approval: { approvalId, state: 'OPEN', decision: null } },
    ...notes,
  )
}

const ask = async (order: OrderCase, hit: RuleHit): Promise<ApprovalResult> => {
  const approvalId = approvalIdOf(order.view.orderId, ++order.approvalRound)
  try {
    const approval = await startApproval(order, approvalId, hit)
    asked(order, approvalId, hit)
    const result = await approval.result()
    record(order, approvalId, result)
    return result
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) {
      await withdrawOrphan(approvalId)
      return ask(order, hit)
    }
    // Terminated: nobody will answer this one.
    if (order.view.approval?.approvalId === approvalId)
      record(order, approvalId, { state: 'WITHDRAWN', decision: null })
    throw error
  }
}

/**
 * Asks for an approval until a person or the deadline answers it.
 * An approval that was withdrawn in Temporal while its order goes on is asked anew.
 * @throws OrderEnds when it was rejected, expired or the order was cancelled meanwhile
 */
export const waitForApproval = async (order: OrderCase, hit: RuleHit): Promise<void> => {
  for (;;) {
    const result = await runStep(order, 'Asking for an approval', () => ask(order, hit))
    endIfCancelled(order)
    if (result.state !== 'WITHDRAWN') return endAsDecided(result)
    order.announce({}, { code: 'approvalRenewed' })
  }
}

/** Lets an open approval tell how it ended, so that the order's last view agrees with it. */
export const hearFromApproval = async (order: OrderCase): Promise<void> => {
  const hasEnded = () => order.view.approval === null || isTerminal(order.view.approval.state)
  if (hasEnded() || (await condition(hasEnded, WITHDRAWAL_MS))) return
  // Its own worker is away. Closing the order asks it to withdraw, which is what it will do.
  const { approval } = order.view
  if (approval) order.announce({ approval: { ...approval, state: 'WITHDRAWN' } })
}
