/** One scenario for each way a case can end, for the recorder of histories and the tests that replay them. */

import { eq, sql } from 'drizzle-orm'
import { products } from '../../db/schema/services'
import { seedCatalogue } from '../../db/seed-catalogue'
import { toWorkflowId } from '../contract/cases/case-ids'
import type { CaseState } from '../contract/states'
import { SIGNALS, UPDATES } from '../contract/temporal-names'
import { ALWAYS_APPROVE_RULES, agent, placeOrder, startApproval } from './test-cases'
import type { TestStack } from './test-stack'
import {
  decide,
  queryApproval,
  signal,
  update,
  waitForApprovalOf,
  waitForEnd,
  waitForOrder,
  waitUntil,
} from './wait-for-case'

/** The case of a scenario and its expected end. */
export interface Ending {
  caseId: string
  state: CaseState
  /** Outcome of an order; absent for an approval. */
  outcome?: string
}

type Scenario = (stack: TestStack) => Promise<Ending>

const completed: Scenario = async (stack) => {
  const caseId = await placeOrder(stack)
  return { caseId, state: 'COMPLETED', outcome: 'COMPLETED' }
}

const approved: Scenario = async (stack) => {
  const caseId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
  await decide(stack, await waitForApprovalOf(stack, caseId), { decision: 'approved' })
  return { caseId, state: 'COMPLETED', outcome: 'COMPLETED' }
}

const rejected: Scenario = async (stack) => {
  const caseId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
  const approvalId = await waitForApprovalOf(stack, caseId)
  await decide(stack, approvalId, { decision: 'rejected', comment: 'the address is a parcel shop' })
  return { caseId, state: 'CANCELLED', outcome: 'APPROVAL_REJECTED' }
}

const expired: Scenario = async (stack) => {
  const caseId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES, approval: { deadlineMs: 200 } })
  return { caseId, state: 'CANCELLED', outcome: 'APPROVAL_EXPIRED' }
}

const cancelled: Scenario = async (stack) => {
  const caseId = await placeOrder(stack, { rules: ALWAYS_APPROVE_RULES })
  await waitForApprovalOf(stack, caseId)
  await signal(stack, caseId, SIGNALS.cancelOrder, undefined)
  return { caseId, state: 'CANCELLED', outcome: 'CANCELLED_BY_REQUEST' }
}

const outOfStock: Scenario = async (stack) => {
  const caseId = await placeOrder(stack, { sku: 'VINYL-RARE' })
  return { caseId, state: 'FAILED', outcome: 'OUT_OF_STOCK' }
}

const declined: Scenario = async (stack) => {
  const caseId = await placeOrder(stack, { token: 'tok_declined' })
  return { caseId, state: 'FAILED', outcome: 'PAYMENT_DECLINED' }
}

const paidLater: Scenario = async (stack) => {
  const caseId = await placeOrder(stack, { token: 'tok_slow' })
  return { caseId, state: 'COMPLETED', outcome: 'COMPLETED' }
}

/** The provider takes the money but never answers, and the customer cancels. */
const refunded: Scenario = async (stack) => {
  const caseId = await placeOrder(stack, { token: 'tok_timeout' })
  await waitForOrder(stack, caseId, (order) => order.attention !== null)
  await update(stack, caseId, UPDATES.cancelOrder, { by: { name: 'Ada Byron' } })
  return { caseId, state: 'CANCELLED', outcome: 'CANCELLED_BY_REQUEST' }
}

/** As `refunded`, after somebody has asked for another attempt. */
const retried: Scenario = async (stack) => {
  const policy = { parkFirstMs: 3_600_000, parkMaxMs: 3_600_000 }
  const caseId = await placeOrder(stack, { token: 'tok_timeout', policy })
  await waitForOrder(stack, caseId, ({ attention }) => attention !== null)
  await update(stack, caseId, UPDATES.retryNow, { by: { name: 'Agent ana' } })
  await waitForOrder(stack, caseId, ({ attention }) => attention?.attempts === 2)
  await update(stack, caseId, UPDATES.cancelOrder, { by: { name: 'Ada Byron' } })
  return { caseId, state: 'CANCELLED', outcome: 'CANCELLED_BY_REQUEST' }
}

/** As `refunded`, after the parked order has continued as new. Its history is that of the last run. */
const continued: Scenario = async (stack) => {
  const policy = { continueAfterEvents: 25 }
  const caseId = await placeOrder(stack, { token: 'tok_timeout', policy })
  const { runId } = await waitForOrder(stack, caseId, ({ attention }) => attention !== null)
  await waitForOrder(stack, caseId, (order) => order.runId !== runId)
  await update(stack, caseId, UPDATES.cancelOrder, { by: { name: 'Ada Byron' } })
  return { caseId, state: 'CANCELLED', outcome: 'CANCELLED_BY_REQUEST' }
}

/** Of no other scenario, because scenarios run at the same time. */
const FREE_SKU = 'PEN-BRASS'

/** Nothing is owed, so the card that would decline is not asked. */
const free: Scenario = async (stack) => {
  const ofProduct = eq(products.sku, FREE_SKU)
  await stack.db.update(products).set({ unitCents: 0 }).where(ofProduct)
  const caseId = await placeOrder(stack, { sku: FREE_SKU, token: 'tok_declined' })
  await waitForEnd(stack, toWorkflowId(caseId))
  await seedCatalogue(stack.db)
  return { caseId, state: 'COMPLETED', outcome: 'COMPLETED' }
}

const hasFallenBack = async (stack: TestStack, orderId: string): Promise<boolean> => {
  const { events } = await stack.client.workflow.getHandle(toWorkflowId(orderId)).fetchHistory()
  return (events ?? []).some(
    (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'saveCase',
  )
}

/** The fast projection write fails and the normal activity takes over. */
const slowDatabase: Scenario = async (stack) => {
  const caseId = await stack.db.transaction(async (tx) => {
    await tx.execute(sql`lock table cases in access exclusive mode`)
    const orderId = await placeOrder(stack)
    await waitUntil(() => hasFallenBack(stack, orderId))
    return orderId
  })
  return { caseId, state: 'COMPLETED', outcome: 'COMPLETED' }
}

const approvalApproved: Scenario = async (stack) => {
  const caseId = await startApproval(stack, { reminderMs: 50 })
  await update(stack, caseId, UPDATES.claim, { actor: agent('ana') })
  await update(stack, caseId, UPDATES.comment, { actor: agent('ben'), text: 'known customer' })
  await update(stack, caseId, UPDATES.release, { actor: agent('ana') })
  await decide(stack, caseId, { decision: 'approved' })
  return { caseId, state: 'APPROVED' }
}

const approvalReminded: Scenario = async (stack) => {
  const caseId = await startApproval(stack, { reminderMs: 50 })
  await waitUntil(async () => (await queryApproval(stack, caseId)).remindAt === null)
  await decide(stack, caseId, { decision: 'approved' })
  return { caseId, state: 'APPROVED' }
}

const approvalMentioned: Scenario = async (stack) => {
  const caseId = await startApproval(stack)
  const comment = { actor: agent('ana'), text: '@Agent ben please look', mentions: [agent('ben')] }
  await update(stack, caseId, UPDATES.comment, comment)
  await decide(stack, caseId, { decision: 'approved' })
  return { caseId, state: 'APPROVED' }
}

const approvalTakenOver: Scenario = async (stack) => {
  const caseId = await startApproval(stack)
  await update(stack, caseId, UPDATES.claim, { actor: agent('ana') })
  await update(stack, caseId, UPDATES.takeOver, { actor: agent('ben') })
  await decide(stack, caseId, { actor: agent('ben'), decision: 'approved' })
  return { caseId, state: 'APPROVED' }
}

/** Nobody in the asked group may decide, so the fallback group is asked. */
const approvalRedirected: Scenario = async (stack) => {
  const caseId = await startApproval(stack, { group: 'nowhere', fallbackGroup: 'finance' })
  await waitUntil(async () => (await queryApproval(stack, caseId)).group === 'finance')
  await decide(stack, caseId, { actor: agent('fin', 'finance'), decision: 'approved' })
  return { caseId, state: 'APPROVED' }
}

/** Its holder may no longer hold it, so the worker's sweep releases it. */
const approvalReleased: Scenario = async (stack) => {
  const caseId = await startApproval(stack)
  await update(stack, caseId, UPDATES.claim, { actor: agent('ana') })
  const input = { actor: agent('sue', 'risk', true), holderId: 'ana', reason: 'banned' }
  await update(stack, caseId, UPDATES.release, input)
  await decide(stack, caseId, { actor: agent('ben'), decision: 'approved' })
  return { caseId, state: 'APPROVED' }
}

const approvalRejected: Scenario = async (stack) => {
  const caseId = await startApproval(stack)
  await decide(stack, caseId, { decision: 'rejected', comment: 'not covered' })
  return { caseId, state: 'REJECTED' }
}

const approvalEscalatedThenExpired: Scenario = async (stack) => {
  const caseId = await startApproval(stack, {
    deadlineMs: 150,
    onDeadline: { action: 'escalate', group: 'finance' },
  })
  return { caseId, state: 'EXPIRED' }
}

const approvalWithdrawn: Scenario = async (stack) => {
  const caseId = await startApproval(stack)
  await stack.client.workflow.getHandle(toWorkflowId(caseId)).cancel()
  return { caseId, state: 'WITHDRAWN' }
}

/** Scenarios by the name of their history file. */
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
  'order-retried': retried,
  'order-continued': continued,
  'order-free': free,
  'approval-approved': approvalApproved,
  'approval-mentioned': approvalMentioned,
  'approval-reminded': approvalReminded,
  'approval-taken-over': approvalTakenOver,
  'approval-redirected': approvalRedirected,
  'approval-released': approvalReleased,
  'approval-rejected': approvalRejected,
  'approval-escalated-expired': approvalEscalatedThenExpired,
  'approval-withdrawn': approvalWithdrawn,
} satisfies Record<string, Scenario>
export type EndingName = keyof typeof ENDINGS
export const ENDING_NAMES = Object.keys(ENDINGS) as EndingName[]

/** Runs a scenario until its workflow has closed, its last projection write included. */
export const runScenario = async (stack: TestStack, name: EndingName): Promise<Ending> => {
  const ending = await ENDINGS[name](stack)
  await waitForEnd(stack, toWorkflowId(ending.caseId))
  return ending
}
