/** Starts orders and approvals over a `TestStack` as the web process does, without the web process. */

import { randomBytes } from 'node:crypto'
import { insertIntake } from '../../db/queries/orders/orders'
import { startApprovalWorkflow, startOrderWorkflow } from '../client/start-case'
import type { ApprovalInput, ApprovalPolicy, UpdateActor } from '../contract/cases/approval'
import { orderTitle } from '../contract/cases/case'
import { type CaseKind, encodeCaseId, toCaseNumber } from '../contract/cases/case-ids'
import type { CaseMemo } from '../contract/cases/case-memo'
import type { RulePolicy } from '../contract/orders/approval-rules'
import type { OrderInput, OrderPolicy } from '../contract/orders/order'
import type { PaymentToken } from '../contract/orders/payment-tokens'
import type { TestStack } from './test-stack'

const NO_RULES: RulePolicy = {
  highValueOverCents: null,
  firstOrderOverCents: null,
  addressMismatch: false,
  flaggedProduct: false,
}

/** Every order needs an approval. */
export const ALWAYS_APPROVE_RULES: RulePolicy = { ...NO_RULES, highValueOverCents: 0 }

const RISK_POLICY: ApprovalPolicy = {
  group: 'risk',
  deadlineMs: null,
  reminderMs: null,
  onDeadline: { action: 'reject' },
}

const ADDRESS = {
  name: 'Ada Byron',
  line1: '12 St James Square',
  city: 'London',
  postalCode: 'SW1Y 4JH',
  country: 'GB',
}

/** The id of a case that was never started. */
export const UNKNOWN_CASE_ID = encodeCaseId('approval', new Uint8Array(26))

const newId = (kind: CaseKind): string => encodeCaseId(kind, randomBytes(26))

/** An agent of `group` as updates carry one. */
export const agent = (id: string, group = 'risk', supervises = false): UpdateActor => ({
  id,
  name: `Agent ${id}`,
  groups: [group],
  supervises,
})

const toMemo = (caseId: string, title: string, submitter: string): CaseMemo => ({
  title,
  number: toCaseNumber(caseId),
  submitter,
  currency: 'USD',
  requestHash: null,
})

/** Input of a stand-alone approval that waits for the group `risk` without a deadline. */
export const approvalInput = (
  policy: Partial<ApprovalPolicy> = {},
  overrides: Partial<ApprovalInput> = {},
): ApprovalInput => ({
  approvalId: newId('approval'),
  title: 'Refund of a broken mug',
  requester: { id: 'requester', name: 'Rita Quest' },
  policy: { ...RISK_POLICY, ...policy },
  priority: 1,
  amountCents: 125_00,
  currency: 'USD',
  orderId: null,
  prompt: 'Refund this?',
  payload: { reason: 'arrived in two pieces' },
  requestHash: null,
  ...overrides,
})

/** Starts a stand-alone approval and returns its id. */
export const startApproval = async (
  { temporal }: Pick<TestStack, 'temporal'>,
  policy: Partial<ApprovalPolicy> = {},
  overrides: Partial<ApprovalInput> = {},
): Promise<string> => {
  const input = approvalInput(policy, overrides)
  await startApprovalWorkflow(temporal, input, toMemo(input.approvalId, input.title, input.requester.name))
  return input.approvalId
}

export interface OrderOptions {
  sku?: string
  quantity?: number
  token?: PaymentToken
  rules?: Partial<RulePolicy>
  approval?: Partial<ApprovalPolicy>
  policy?: Partial<OrderPolicy>
  /** Called with the id before the workflow starts, to prepare faults. */
  beforeStart?(orderId: string): void
}

/** Input of an order's workflow, without the order's intake. No rule asks for an approval by default. */
export const orderInput = ({ rules, approval, policy }: OrderOptions = {}): OrderInput => ({
  orderId: newId('order'),
  customer: { name: ADDRESS.name },
  policy: {
    rules: { ...NO_RULES, ...rules },
    approval: { ...RISK_POLICY, ...approval },
    parkFirstMs: 50,
    parkMaxMs: 200,
    ...policy,
  },
})

/** Inserts the intake, starts the order and returns its id. One blue mug by default. */
export const placeOrder = async (
  { db, temporal }: Pick<TestStack, 'db' | 'temporal'>,
  options: OrderOptions = {},
): Promise<string> => {
  const input = orderInput(options)
  const { orderId } = input
  await insertIntake(db, {
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
  options.beforeStart?.(orderId)
  await startOrderWorkflow(temporal, input, toMemo(orderId, orderTitle(toCaseNumber(orderId)), ADDRESS.name))
  return orderId
}
