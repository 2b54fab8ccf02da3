/** One scenario for each way a case can end; the recorder saves their histories and tests compare against them. */

import { sql } from 'drizzle-orm'
import { workflowIdOf } from '../contract/ids'
import { SIGNALS, UPDATES } from '../contract/messages'
import type { CaseState } from '../contract/states'
import {
  ASK_ALWAYS,
  agent,
  approvalAskedBy,
  approvalOf,
  ask,
  decide,
  ended,
  eventually,
  orderWhen,
  place,
} from './test-orders'
import type { TestStack } from './test-stack'

/** What a scenario left behind: the case to look at and how it must have ended. */
export interface Ending {
  caseId: string
  state: CaseState
  /** Outcome of an order; absent for an approval. */
  outcome?: string
}

type Scenario = (stack: TestStack) => Promise<Ending>

const completed: Scenario = async (stack) => {
  const caseId = await place(stack)
  return { caseId, state: 'COMPLETED', outcome: 'COMPLETED' }
}

const approved: Scenario = async (stack) => {
  const caseId = await place(stack, { rules: ASK_ALWAYS })
  await decide(stack, await approvalAskedBy(stack, caseId), { decision: 'approved' })
  return { caseId, state: 'COMPLETED', outcome: 'COMPLETED' }
}

const rejected: Scenario = async (stack) => {
  const caseId = await place(stack, { rules: ASK_ALWAYS })
  const approvalId = await approvalAskedBy(stack, caseId)
  await decide(stack, approvalId, { decision: 'rejected', comment: 'the address is a parcel shop' })
  return { caseId, state: 'CANCELLED', outcome: 'APPROVAL_REJECTED' }
}

const expired: Scenario = async (stack) => {
  const caseId = await place(stack, { rules: ASK_ALWAYS, approval: { deadlineMs: 200 } })
  return { caseId, state: 'CANCELLED', outcome: 'APPROVAL_EXPIRED' }
}

const cancelled: Scenario = async (stack) => {
  const caseId = await place(stack, { rules: ASK_ALWAYS })
  await approvalAskedBy(stack, caseId)
  await stack.gateway.signal(caseId, SIGNALS.cancelOrder, undefined)
  return { caseId, state: 'CANCELLED', outcome: 'CANCELLED_BY_REQUEST' }
}

const outOfStock: Scenario = async (stack) => {
  const caseId = await place(stack, { sku: 'VINYL-RARE' })
  return { caseId, state: 'FAILED', outcome: 'OUT_OF_STOCK' }
}

const declined: Scenario = async (stack) => {
  const caseId = await place(stack, { token: 'tok_declined' })
  return { caseId, state: 'FAILED', outcome: 'PAYMENT_DECLINED' }
}

const paidLater: Scenario = async (stack) => {
  const caseId = await place(stack, { token: 'tok_slow' })
  return { caseId, state: 'COMPLETED', outcome: 'COMPLETED' }
}

/** The provider takes the money and never says so; a person gives up waiting. */
const refunded: Scenario = async (stack) => {
  const caseId = await place(stack, { token: 'tok_timeout' })
  await orderWhen(stack, caseId, (order) => order.attention !== null)
  await stack.gateway.update(caseId, UPDATES.cancelOrder, { by: { name: 'Ada Byron' } }, 'cancel')
  return { caseId, state: 'CANCELLED', outcome: 'CANCELLED_BY_REQUEST' }
}

const hasFallenBack = async (stack: TestStack, orderId: string): Promise<boolean> => {
  const { events } = await stack.client.workflow.getHandle(workflowIdOf(orderId)).fetchHistory()
  return (events ?? []).some(
    (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'saveCase',
  )
}

/** The quick write of the projection fails and the patient one takes over. */
const slowDatabase: Scenario = async (stack) => {
  const caseId = await stack.db.transaction(async (tx) => {
    await tx.execute(sql`lock table cases in access exclusive mode`)
    const orderId = await place(stack)
    await eventually(() => hasFallenBack(stack, orderId))
    return orderId
  })
  return { caseId, state: 'COMPLETED', outcome: 'COMPLETED' }
}

const approvalApproved: Scenario = async (stack) => {
  const caseId = await ask(stack, { reminderMs: 50 })
  await stack.gateway.update(caseId, UPDATES.claim, { actor: agent('ana') }, 'claim')
  await stack.gateway.update(
    caseId,
    UPDATES.comment,
    { actor: agent('ben'), text: 'known customer' },
    'comment',
  )
  await stack.gateway.update(caseId, UPDATES.release, { actor: agent('ana') }, 'release')
  await decide(stack, caseId, { decision: 'approved' })
  return { caseId, state: 'APPROVED' }
}

const approvalReminded: Scenario = async (stack) => {
  const caseId = await ask(stack, { reminderMs: 50 })
  await eventually(async () => (await approvalOf(stack, caseId)).remindAt === null)
  await decide(stack, caseId, { decision: 'approved' })
  return { caseId, state: 'APPROVED' }
}

const approvalMentioned: Scenario = async (stack) => {
  const caseId = await ask(stack)
  const comment = { actor: agent('ana'), text: '@Agent ben please look', mentions: [agent('ben')] }
  await stack.gateway.update(caseId, UPDATES.comment, comment, 'mention')
  await decide(stack, caseId, { decision: 'approved' })
  return { caseId, state: 'APPROVED' }
}

const approvalRejected: Scenario = async (stack) => {
  const caseId = await ask(stack)
  await decide(stack, caseId, { decision: 'rejected', comment: 'not covered' })
  return { caseId, state: 'REJECTED' }
}

const approvalEscalatedThenExpired: Scenario = async (stack) => {
  const caseId = await ask(stack, { deadlineMs: 150, onDeadline: { action: 'escalate', group: 'finance' } })
  return { caseId, state: 'EXPIRED' }
}

const approvalWithdrawn: Scenario = async (stack) => {
  const caseId = await ask(stack)
  await stack.client.workflow.getHandle(workflowIdOf(caseId)).cancel()
  return { caseId, state: 'WITHDRAWN' }
}

/** Every kind of ending by the name of its history file. */
export const ENDINGS = {
  'order-completed': completed,
  'order-approved': approved,
  'order-rejected': rejected,
  'order-expired': expired,
  'order-cancelled': cancelled,
  'order-out-of-stock': outOfStock,
  'order-declined': declined,
  'order-paid-later': paidLater,
  'order-refunded': refunded,
  'order-slow-database': slowDatabase,
  'approval-approved': approvalApproved,
  'approval-mentioned': approvalMentioned,
  'approval-reminded': approvalReminded,
  'approval-rejected': approvalRejected,
  'approval-escalated-expired': approvalEscalatedThenExpired,
  'approval-withdrawn': approvalWithdrawn,
} satisfies Record<string, Scenario>
export type EndingName = keyof typeof ENDINGS
export const ENDING_NAMES = Object.keys(ENDINGS) as EndingName[]

/** Plays a scenario to its end, the last write included. */
export const play = async (stack: TestStack, name: EndingName): Promise<Ending> => {
  const ending = await ENDINGS[name](stack)
  await ended(stack, workflowIdOf(ending.caseId))
  return ending
}
