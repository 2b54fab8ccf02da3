/** The order: what starts it, what it looks like from outside, and what may still be done to it. */

import type { Person } from '../auth/actor'
import type { StreamEntry } from '../cases/activity-stream'
import type { ApprovalDecision, ApprovalPolicy } from '../cases/approval'
import type { BusinessErrorCode } from '../errors'
import type { ApprovalState, OrderState } from '../states'
import { isTerminal } from '../states'
import type { RuleMatch, RulePolicy } from './approval-rules'

export const MAX_QUANTITY = 999
export const MAX_LINES = 100

/** Tokens of the simulated payment provider. */
export const PAYMENT_TOKENS = [
  'tok_approved',
  'tok_declined',
  'tok_insufficient_funds',
  'tok_timeout',
  'tok_flaky',
  'tok_slow',
] as const
export type PaymentToken = (typeof PAYMENT_TOKENS)[number]

export interface Address {
  name: string
  line1: string
  line2?: string
  city: string
  region?: string
  postalCode: string
  country: string
}

/** Durations and rules that an order runs under; inputs, so that a test can make them short. */
export interface OrderPolicy {
  rules: RulePolicy
  approval: ApprovalPolicy
  /** First wait of a parked step, doubled up to `parkMaxMs`. */
  parkFirstMs: number
  parkMaxMs: number
}

/** A workflow carries the id only; address, e-mail and payment reference stay in `order_intake`. */
export interface OrderInput {
  orderId: string
  /** Display name of the customer. */
  customer: Person
  policy: OrderPolicy
}

export interface OrderLine {
  sku: string
  name: string
  quantity: number
  /** Price of one, or null where an imported line has only a total. */
  unitCents: number | null
  lineCents: number
}

/** Why an order ended, or will end once its compensation is through. */
export const OUTCOMES = [
  'COMPLETED',
  'CANCELLED_BY_REQUEST',
  'APPROVAL_REJECTED',
  'APPROVAL_EXPIRED',
] as const
export type OutcomeCode = (typeof OUTCOMES)[number] | BusinessErrorCode

export interface Outcome {
  code: OutcomeCode
  /** For staff: the detail behind the code. */
  reason: string
  /** For the customer where a person gave words meant for them, such as a rejection's reason. */
  customerReason?: string
}

export interface OrderPayment {
  status: 'none' | 'charging' | 'pending' | 'charged' | 'refunding' | 'refunded' | 'voided'
  chargedCents: number
  refundedCents: number
}

export interface OrderShipment {
  shipmentId: string | null
  /** When `createShipment` was scheduled: from here on an order cannot be cancelled. ISO 8601. */
  scheduledAt: string
  /** When the carrier means to deliver, as it said when it was handed the order; absent where it did not say. */
  expectedAt?: string
  shippedAt: string | null
  deliveredAt: string | null
}

/** The mark of a parked step: an unreachable dependency is tried again, not failed. */
export interface Attention {
  step: string
  error: string
  since: string
  attempts: number
}

/** Answer of the query `getOrderState`. Timestamps are ISO 8601, UTC; money is integer cents. */
export interface OrderView {
  kind: 'order'
  orderId: string
  number: string
  workflowId: string
  runId: string
  state: OrderState
  /** Rises by one with each announced change. */
  version: number
  createdAt: string
  updatedAt: string
  /** Date of an imported purchase, `YYYY-MM-DD`, or null. */
  purchasedAt: string | null
  customer: Person
  lines: OrderLine[]
  totalCents: number
  currency: string
  /** The rule that asked for an approval, or null. */
  rule: RuleMatch | null
  approval: { approvalId: string; state: ApprovalState; decision: ApprovalDecision | null } | null
  stock: 'none' | 'reserved' | 'released'
  payment: OrderPayment
  shipment: OrderShipment | null
  attention: Attention | null
  cancelRequest: CancelRequest | null
  outcome: Outcome | null
  stream: StreamEntry[]
}

/** Where an order's stock is; what was reserved leaves with the carrier. */
export const getStockStatus = ({ stock, shipment }: Pick<OrderView, 'stock' | 'shipment'>) =>
  stock === 'reserved' && shipment?.shippedAt ? 'shipped' : stock

export interface CancelRequest {
  by: Person
  reason: string
  at: string
}

/** Input of the signal and of the update `cancelOrder`; the signal also takes nothing at all. */
export interface CancelInput {
  by?: Person
  reason?: string
}

/** Input of the signal `updateOrderStatus`; the bare string of the status is valid too. */
export interface OrderStatusEvent {
  status: 'shipped' | 'delivered'
  /** Defaults to the content. */
  dedupeKey?: string
  at?: string
}

/** Input of the signal `paymentCompleted`: the late answer of a payment provider. */
export interface PaymentCompleted {
  status: 'charged' | 'declined'
  paymentId?: string
  reason?: string
  dedupeKey?: string
}

/** Which actions an order still allows, and why not. Pages, verbs and the workflow ask this one table. */
export const orderCan = {
  /** Cancel works in every open state until `createShipment` is scheduled. */
  cancel: (order: Pick<OrderView, 'state' | 'shipment' | 'outcome'>): boolean =>
    !isTerminal(order.state) && order.shipment === null && order.outcome === null,
  /** Why a cancel is refused, in words for anybody. */
  cancelDenialReason: (order: Pick<OrderView, 'state' | 'shipment' | 'outcome'>): string => {
    if (isTerminal(order.state)) return 'This order is already closed'
    if (order.shipment !== null)
      return order.shipment.shippedAt
        ? 'This order is already on its way'
        : 'This order is already being packed'
    return 'This order is already being closed'
  },
} as const
