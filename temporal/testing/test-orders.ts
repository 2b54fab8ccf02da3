/** Orders and approvals for tests over a `TestStack`: placed as the web process places them, without the web. */

import { randomBytes } from 'node:crypto'
import { insertIntake } from '../../db/queries/orders/orders'
import { seedCatalogue } from '../../db/seed-catalogue'
import type {
  ApprovalInput,
  ApprovalPolicy,
  ApprovalView,
  DecideInput,
  UpdateActor,
} from '../contract/cases/approval'
import { encodeCaseId, toCaseNumber } from '../contract/cases/case-ids'
import type { RulePolicy } from '../contract/orders/approval-rules'
import type { OrderInput, OrderPolicy, OrderView, PaymentToken } from '../contract/orders/order'
import { UPDATES } from '../contract/temporal-names'
import type { TestStack } from './test-stack'

export const NO_RULES: RulePolicy = {
  highValueOverCents: null,
  firstOrderOverCents: null,
  addressMismatch: false,
  flaggedProduct: false,
}

/** Every order asks for a person. */
export const ALWAYS_APPROVE_RULES: RulePolicy = { ...NO_RULES, highValueOverCents: 0 }

const APPROVAL: ApprovalPolicy = {
  group: 'risk',
  deadlineMs: null,
  reminderMs: null,
  onDeadline: { action: 'reject' },
}

export interface OrderOptions {
  sku?: string
  quantity?: number
  token?: PaymentToken
  rules?: RulePolicy
  approval?: Partial<ApprovalPolicy>
  policy?: Partial<OrderPolicy>
}

const ADDRESS = {
  name: 'Ada Byron',
  line1: '12 St James Square',
  city: 'London',
  postalCode: 'SW1Y 4JH',
  country: 'GB',
}

const toPolicy = ({ rules = NO_RULES, approval, policy }: OrderOptions): OrderPolicy => ({
  rules,
  approval: { ...APPROVAL, ...approval },
  parkFirstMs: 50,
  parkMaxMs: 200,
  ...policy,
})

/** An agent of `group` as updates carry one. */
export const agent = (id: string, group = 'risk', supervises = false): UpdateActor => ({
  id,
  name: `Agent ${id}`,
  groups: [group],
  supervises,
})

/** Products and groups, so that orders can be placed. */
export const seedProducts = (stack: TestStack): Promise<void> => seedCatalogue(stack.db)

/** Places one order and returns its id. */
export const placeOrder = async (stack: TestStack, options: OrderOptions = {}): Promise<string> => {
  const orderId = encodeCaseId('order', randomBytes(32))
  await insertIntake(stack.db, {
    orderId,
    principal: 'user:test',
    idempotencyKey: orderId,
    bodyHash: orderId,
    email: `${orderId}@example.com`,
    items: [{ sku: options.sku ?? 'MUG-BLUE', quantity: options.quantity ?? 1 }],
    shippingAddress: ADDRESS,
    paymentToken: options.token ?? 'tok_approved',
    trackKeyId: 'k1',
  })
  const number = toCaseNumber(orderId)
  const input: OrderInput = { orderId, customer: { name: ADDRESS.name }, policy: toPolicy(options) }
  await stack.gateway.startOrder(input, {
    title: `Order ${number}`,
    number,
    submitter: ADDRESS.name,
    currency: 'USD',
    requestHash: null,
  })
  return orderId
}

/** Starts a stand-alone approval and returns its id. */
export const startApproval = async (
  stack: TestStack,
  policy: Partial<ApprovalPolicy> = {},
): Promise<string> => {
  const approvalId = encodeCaseId('approval', randomBytes(32))
  const input: ApprovalInput = {
    approvalId,
    title: 'Refund of a broken mug',
    requester: { id: 'requester', name: 'Rita Quest' },
    policy: { ...APPROVAL, ...policy },
    priority: 1,
    amountCents: 1_200,
    currency: 'USD',
    orderId: null,
    prompt: 'Refund this?',
    payload: { reason: 'arrived in two pieces' },
    requestHash: null,
  }
  const memo = {
    title: input.title,
    number: toCaseNumber(approvalId),
    submitter: 'Rita Quest',
    currency: 'USD',
    requestHash: null,
  }
  await stack.gateway.startApproval(input, memo)
  return approvalId
}

export const queryOrder = async (stack: TestStack, orderId: string): Promise<OrderView> =>
  (await stack.gateway.queryView(orderId)) as OrderView

export const queryApproval = async (stack: TestStack, approvalId: string): Promise<ApprovalView> =>
  (await stack.gateway.queryView(approvalId)) as ApprovalView

const WAIT_TIMEOUT_MS = 20_000
const POLL_INTERVAL_MS = 25

/**
 * Looks until `read` returns something; a read that fails is tried again.
 * @throws Error with the last failure after `connectTimeoutMs`, 20 s unless said otherwise
 */
export const waitUntil = async <T>(
  read: () => Promise<T | null | undefined | false>,
  patienceMs = WAIT_TIMEOUT_MS,
): Promise<T> => {
  const end = Date.now() + patienceMs
  let last: unknown = 'nothing was found'
  while (Date.now() < end) {
    try {
      const found = await read()
      if (found) return found
    } catch (error) {
      last = error
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS))
  }
  throw new Error(`Waited ${patienceMs} ms in vain`, { cause: last })
}

/** The order's view once `isSo`. */
export const waitForOrder = (
  stack: TestStack,
  orderId: string,
  isSo: (order: OrderView) => boolean,
): Promise<OrderView> =>
  waitUntil(async () => {
    const order = await queryOrder(stack, orderId)
    return isSo(order) && order
  })

/** Id of the approval that an order waits for, once it runs. */
export const waitForApprovalOf = async (stack: TestStack, orderId: string): Promise<string> => {
  const { approval } = await waitForOrder(stack, orderId, (order) => order.approval?.state === 'OPEN')
  const approvalId = approval?.approvalId ?? ''
  await waitUntil(() => queryApproval(stack, approvalId))
  return approvalId
}

/** Decides as `actor`; rejects with the workflow's refusal. */
export const decide = (
  stack: TestStack,
  approvalId: string,
  input: Partial<DecideInput> & Pick<DecideInput, 'decision'>,
): ReturnType<TestStack['gateway']['executeUpdate']> => {
  const full: DecideInput = { actor: agent('ana'), comment: null, ...input }
  return stack.gateway.executeUpdate(
    approvalId,
    UPDATES.decide,
    full,
    `decide:${randomBytes(8).toString('hex')}`,
  )
}

/** Waits for the end of the workflow of a case, its last write included. */
export const waitForEnd = async (stack: TestStack, workflowId: string): Promise<void> => {
  await stack.client.workflow.getHandle(workflowId).result()
}
