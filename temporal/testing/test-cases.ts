/** Orders and approvals for tests, as a verb would start them. */

import { randomBytes } from 'node:crypto'
import type { Database } from '../../db/client'
import { orderIntake } from '../../db/schema/orders'
import type { TemporalGateway } from '../client/gateway'
import type { ApprovalInput, ApprovalPolicy, UpdateActor } from '../contract/cases/approval'
import { orderTitle } from '../contract/cases/case'
import { type CaseKind, encodeCaseId, toCaseNumber } from '../contract/cases/case-ids'
import type { CaseMemo } from '../contract/cases/case-memo'
import { DEFAULT_RULES, type RulePolicy } from '../contract/orders/approval-rules'
import type { OrderInput, OrderPolicy, PaymentToken } from '../contract/orders/order'

const CUSTOMER = { name: 'Ada Byron' }

export const RISK_POLICY: ApprovalPolicy = {
  group: 'risk',
  deadlineMs: null,
  reminderMs: null,
  onDeadline: { action: 'reject' },
}

const newId = (kind: CaseKind): string => encodeCaseId(kind, randomBytes(26))

const toMemo = (caseId: string, title: string): CaseMemo => ({
  title,
  number: toCaseNumber(caseId),
  submitter: CUSTOMER.name,
  currency: 'USD',
  requestHash: null,
})

/** Somebody of the group `risk` who may decide. */
export const agent = (id: string): UpdateActor => ({
  id,
  name: `Agent ${id}`,
  groups: ['risk'],
  supervises: false,
})

export const approvalInput = (overrides: Partial<ApprovalInput> = {}): ApprovalInput => ({
  approvalId: newId('approval'),
  title: 'Refund of a late parcel',
  requester: { id: 'requester', name: 'Rita Requester' },
  policy: RISK_POLICY,
  priority: 1,
  amountCents: 125_00,
  currency: 'USD',
  orderId: null,
  prompt: 'May this be refunded?',
  payload: {},
  requestHash: null,
  ...overrides,
})

/** Starts a stand-alone approval and returns its id. */
export const startApproval = async (
  gateway: TemporalGateway,
  overrides: Partial<ApprovalInput> = {},
): Promise<string> => {
  const input = approvalInput(overrides)
  await gateway.startApproval(input, toMemo(input.approvalId, input.title))
  return input.approvalId
}

export interface TestOrder {
  items?: { sku: string; quantity: number; lineTotalCents?: number }[]
  paymentToken?: PaymentToken
  rules?: Partial<RulePolicy>
  approval?: Partial<ApprovalPolicy>
  policy?: Partial<OrderPolicy>
  email?: string
  purchasedAt?: string
}

const toPolicy = ({ rules, approval, policy }: TestOrder): OrderPolicy => ({
  rules: { ...DEFAULT_RULES, ...rules },
  approval: { ...RISK_POLICY, ...approval },
  parkFirstMs: 50,
  parkMaxMs: 500,
  ...policy,
})

/** What starts an order's workflow, without its intake. */
export const orderInput = (order: TestOrder = {}): OrderInput => ({
  orderId: newId('order'),
  customer: CUSTOMER,
  policy: toPolicy(order),
})

/** Writes the intake and starts the order, as placing one does, and returns its id. One blue mug unless said otherwise. */
export const placeOrder = async (
  { db, gateway }: { db: Database; gateway: TemporalGateway },
  order: TestOrder = {},
): Promise<string> => {
  const input = orderInput(order)
  const { orderId } = input
  await db.insert(orderIntake).values({
    orderId,
    principal: `guest:${orderId}`,
    idempotencyKey: orderId,
    bodyHash: orderId,
    email: order.email ?? `${orderId}@example.com`,
    items: order.items ?? [{ sku: 'MUG-BLUE', quantity: 1 }],
    shippingAddress: {
      name: CUSTOMER.name,
      line1: '1 Main St',
      city: 'Springfield',
      postalCode: '12345',
      country: 'US',
    },
    paymentToken: order.paymentToken ?? 'tok_approved',
    purchasedAt: order.purchasedAt ?? null,
    trackKeyId: 'k1',
  })
  await gateway.startOrder(input, toMemo(orderId, orderTitle(toCaseNumber(orderId))))
  return orderId
}
