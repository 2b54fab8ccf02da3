/** The order: its input, its view, its signals, and the actions that it still allows. */

import type { z } from 'zod'
import type { Person } from '../auth/actor'
import type { ApprovalPolicy, ProjectionCursor } from '../cases/approval'
import type { BusinessErrorCode } from '../errors'
import type { OrderResponseSchema, OrderViewSchema } from '../schemas/order-response'
import { isTerminal } from '../states'
import type { RulePolicy } from './approval-rules'

export const MAX_QUANTITY = 999
export const MAX_LINES = 100

/** Longest reason of a cancellation, in characters. */
export const MAX_REASON_LENGTH = 500

/** Durations and rules of an order. They are inputs, so that a test can shorten them. */
export interface OrderPolicy {
  rules: RulePolicy
  approval: ApprovalPolicy
  /** First wait of a parked step, doubled up to `parkMaxMs`. */
  parkFirstMs: number
  parkMaxMs: number
  /** Events after which a run that waits continues as new, 4,000 by default. Shorter in tests. */
  continueAfterEvents?: number
}

/** The end that an order goes to once what it did is undone. */
export interface OrderEnding {
  state: 'CANCELLED' | 'FAILED'
  outcome: Outcome
}

export const COMPENSATIONS = ['releaseStock', 'refundPayment'] as const
export type CompensationName = (typeof COMPENSATIONS)[number]

/** The state that continue-as-new passes to the next run of an order. */
export interface OrderResume {
  view: OrderView
  written: ProjectionCursor
  approvalRound: number
  handledEventKeys: string[]
  carrierStatus: OrderStatusEvent['status'] | null
  isReset: boolean
  /** Registered and not done, the newest last. */
  compensations: CompensationName[]
  ending: OrderEnding | null
}

/** A workflow carries the id only; address, e-mail and payment reference stay in `order_intake`. */
export interface OrderInput {
  orderId: string
  /** Display name of the customer. */
  customer: Person
  policy: OrderPolicy
  /** Set by continue-as-new only. */
  resume?: OrderResume
}

/** Codes of outcomes, besides those of business refusals. */
export const OUTCOMES = [
  'COMPLETED',
  'CANCELLED_BY_REQUEST',
  'APPROVAL_REJECTED',
  'APPROVAL_EXPIRED',
] as const
export type OutcomeCode = (typeof OUTCOMES)[number] | BusinessErrorCode

/** Result of the query `getOrderState`. Timestamps are ISO 8601, UTC; money is integers of the minor unit. */
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

/** Input of the signal and of the update `cancelOrder`; the signal's is optional. */
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

/** Input of the update `retryNow`. */
export interface RetryInput {
  by: Person
}

/** True where there is nothing to charge. An order without lines is not priced yet. */
export const isFree = ({ lines, totalCents }: Pick<OrderView, 'lines' | 'totalCents'>): boolean =>
  lines.length > 0 && totalCents === 0

/** The actions that an order allows, with the reason where not; used by pages, verbs and the workflow. */
export const orderCan = {
  /** Cancel works in every open state until `createShipment` is scheduled. */
  cancel: (order: Pick<OrderView, 'state' | 'shipment' | 'outcome'>): boolean =>
    !isTerminal(order.state) && order.shipment === null && order.outcome === null,
  /** A step that waits for its next attempt can be tried at once. */
  retry: ({ state, attention }: Pick<OrderView, 'state' | 'attention'>): boolean =>
    attention !== null && !isTerminal(state),
  /** Why a cancellation is refused, in a sentence for anybody. */
  cancelDenialReason: (order: Pick<OrderView, 'state' | 'shipment' | 'outcome'>): string => {
    if (isTerminal(order.state)) return 'This order is already closed'
    if (order.shipment !== null)
      return order.shipment.shippedAt
        ? 'This order is already on its way'
        : 'This order is already being packed'
    return 'This order is already being closed'
  },
} as const
