/** The order: what starts it, what it looks like from outside, and what may still be done to it. */

import type { z } from 'zod'
import type { Person } from '../auth/actor'
import type { ApprovalPolicy } from '../cases/approval'
import type { BusinessErrorCode } from '../errors'
import type { OrderResponseSchema, OrderViewSchema } from '../schemas/order-response'
import { isTerminal } from '../states'
import type { RulePolicy } from './approval-rules'

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

/** Why an order ended, or will end once its compensation is through. */
export const OUTCOMES = [
  'COMPLETED',
  'CANCELLED_BY_REQUEST',
  'APPROVAL_REJECTED',
  'APPROVAL_EXPIRED',
] as const
export type OutcomeCode = (typeof OUTCOMES)[number] | BusinessErrorCode

/** Result of the query `getOrderState`. Timestamps are ISO 8601, UTC; money is integer cents. */
export type OrderView = z.output<typeof OrderViewSchema>
export type Address = NonNullable<z.output<typeof OrderResponseSchema>['shippingAddress']>
export type OrderLine = OrderView['lines'][number]
/** The order's end, or the end it will have after compensation. */
export type Outcome = NonNullable<OrderView['outcome']>
export type OrderPayment = OrderView['payment']
export type OrderShipment = NonNullable<OrderView['shipment']>
/** Set while a step waits: an unreachable dependency is retried, not failed. */
export type Attention = NonNullable<OrderView['attention']>
export type CancelRequest = NonNullable<OrderView['cancelRequest']>

/** Where an order's stock is; what was reserved leaves with the carrier. */
export const getStockStatus = ({ stock, shipment }: Pick<OrderView, 'stock' | 'shipment'>) =>
  stock === 'reserved' && shipment?.shippedAt ? 'shipped' : stock

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
