/** Activities, with their inputs and results. Names and arguments are released with the workflows that call them. */

import type { StreamEntry } from './cases/activity-stream'
import type { WorkflowView } from './cases/case'
import type { RuleMatch } from './orders/approval-rules'
import type { OrderInput, OrderLine } from './orders/order'

export interface ValidatedOrder {
  lines: OrderLine[]
  totalCents: number
  currency: string
  /** `YYYY-MM-DD` of an imported purchase, or null. */
  purchasedAt: string | null
  rule: RuleMatch | null
}

export interface ReserveInput {
  orderId: string
  lines: { sku: string; quantity: number }[]
}

export interface ChargeInput {
  orderId: string
  amountCents: number
  currency: string
}

/** `pending`: the provider answers later, through the signal `paymentCompleted`. */
export interface ChargeResult {
  status: 'charged' | 'pending'
  paymentId: string
}

/** `voided`: nothing was charged, and a late charge under the same key will be refused. */
export interface RefundResult {
  status: 'refunded' | 'voided'
  refundedCents: number
}

export interface ShipInput {
  orderId: string
  lines: { sku: string; quantity: number }[]
}

export interface ShipResult {
  shipmentId: string
  /** Expected delivery, ISO 8601; absent where the carrier gives none. */
  expectedAt?: string
}

/** What the services hold of an order, whatever its workflow knows of it. Money in minor units. */
export interface OrderEffects {
  stock: 'none' | 'reserved' | 'released'
  payment: {
    status: 'none' | 'pending' | 'charged' | 'declined' | 'voided' | 'refunded'
    amountCents: number
  }
  shipment: { shipmentId: string; scheduledAt: string } | null
}

export const NOTIFICATION_NAMES = [
  'orderConfirmed',
  'orderShipped',
  'orderCancelled',
  'orderFailed',
  'approvalReminder',
  'mentioned',
  'claimEnded',
  'claimsReleased',
  'groupCannotDecide',
] as const
export type NotificationName = (typeof NOTIFICATION_NAMES)[number]

export interface NotifyInput {
  caseId: string
  message: NotificationName
  params: Record<string, string | number>
}

/** One write of the projection: the newest view and the stream entries since the last one that was written. */
export interface ProjectionWrite {
  /** The view with its stream emptied. */
  view: WorkflowView
  /** Entries not written yet, ascending. */
  entries: StreamEntry[]
}

export interface InventoryActivities {
  /** Prices the intake from the catalogue and evaluates the rules. Throws UNKNOWN_PRODUCT, INVALID_QUANTITY, INCOMPLETE_ADDRESS, INTAKE_MISSING. */
  validateOrder(input: OrderInput): Promise<ValidatedOrder>
  /** Reserves all lines or none. Throws OUT_OF_STOCK, PARTIAL_STOCK. */
  reserveInventory(input: ReserveInput): Promise<void>
  /** Undoes a reservation; a reservation that arrives later under the same order is refused. */
  releaseStock(input: { orderId: string }): Promise<void>
}

export interface PaymentActivities {
  /** Charges once per order. Throws PAYMENT_DECLINED, INSUFFICIENT_FUNDS, CHARGE_VOIDED, NOTHING_TO_CHARGE. */
  processPayment(input: ChargeInput): Promise<ChargeResult>
  /** Refunds the charge; without one, voids the key so that a late charge takes no money. */
  refundPayment(input: { orderId: string }): Promise<RefundResult>
}

export interface ShippingActivities {
  /** Hands the order to the carrier once. Throws SHIPMENT_REFUSED. */
  createShipment(input: ShipInput): Promise<ShipResult>
}

export interface RecoveryActivities {
  /** Asks the services what was done for an order; changes nothing. The run that asks is told to be the one that asked. */
  readEffects(input: { orderId: string; runId: string }): Promise<OrderEffects & { runId: string }>
}

export interface NotificationActivities {
  /** Stores a message for the customer or the group in the outbox, once per case and name. */
  notify(input: NotifyInput): Promise<void>
}

/** How many people of a group may decide, without whoever asked. */
export interface DeciderCount {
  group: string
  /** False for a group that was deleted or never was. */
  exists: boolean
  /** Members besides the requester who are staff and not banned. */
  deciders: number
  /** True where the requester is a member. */
  hasRequester: boolean
}

export interface DeciderActivities {
  /** The counts of `groups`, in their order; retried without limit. */
  countDeciders(input: { groups: string[]; requesterId?: string }): Promise<DeciderCount[]>
}

export interface ProjectionActivities {
  /** Writes the projection and stores mails that its entries cause in the outbox; retried without limit. */
  saveCase(write: ProjectionWrite): Promise<void>
  /** One fast attempt as a local activity, behind a circuit breaker; `saveCase` follows a failure. */
  saveCaseFast(write: ProjectionWrite): Promise<void>
}

export type Activities = InventoryActivities &
  PaymentActivities &
  ShippingActivities &
  RecoveryActivities &
  NotificationActivities &
  DeciderActivities &
  ProjectionActivities
