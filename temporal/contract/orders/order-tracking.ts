/** An order as its customer sees it: codes that pages put into plain words, no staff names, no internal ids. */

import type { StreamCode } from '../cases/activity-stream'
import type { OutcomeCode } from './order'

export const HEADLINES = [
  'received',
  'inReview',
  'needsYou',
  'paying',
  'preparing',
  'onItsWay',
  'delivered',
  'closing',
  'cancelled',
  'failed',
] as const
export type Headline = (typeof HEADLINES)[number]

export const TRACK_STEPS = ['placed', 'reviewed', 'paid', 'shipped', 'delivered'] as const
export interface TrackStep {
  step: (typeof TRACK_STEPS)[number]
  /** `stopped`: the order ended before this step. */
  status: 'done' | 'current' | 'upcoming' | 'stopped'
  /** When it was done, ISO 8601, or null. */
  at: string | null
}

/** What customers read of the activity stream; an entry that is not named here stays inside. */
export const CUSTOMER_EVENTS = {
  orderPlaced: 'placed',
  stockReserved: 'reserved',
  approvalAsked: 'reviewStarted',
  approvalAnswered: 'reviewEnded',
  paymentPending: 'paymentPending',
  paymentCharged: 'paid',
  paymentRefunded: 'refunded',
  paymentVoided: 'notCharged',
  orderConfirmed: 'confirmed',
  shipped: 'shipped',
  delivered: 'delivered',
  cancelRequested: 'cancelRequested',
  needsAttention: 'delayed',
  attentionCleared: 'resumed',
  orderCancelled: 'cancelled',
  orderFailed: 'failed',
} as const satisfies Partial<Record<StreamCode, string>>
export type CustomerEvent = (typeof CUSTOMER_EVENTS)[keyof typeof CUSTOMER_EVENTS]

export interface TimelineEntry {
  event: CustomerEvent
  at: string
  /** Money that the entry is about, in cents, or null. */
  amountCents: number | null
}

/** Why an order ended, as far as it concerns the customer. */
export const CUSTOMER_REASONS = {
  COMPLETED: 'completed',
  CANCELLED_BY_REQUEST: 'asAsked',
  APPROVAL_REJECTED: 'notAccepted',
  APPROVAL_EXPIRED: 'notReviewedInTime',
  UNKNOWN_PRODUCT: 'productGone',
  INVALID_QUANTITY: 'productGone',
  INCOMPLETE_ADDRESS: 'addressIncomplete',
  INTAKE_MISSING: 'ourFault',
  OUT_OF_STOCK: 'outOfStock',
  PARTIAL_STOCK: 'partlyOutOfStock',
  PAYMENT_DECLINED: 'cardDeclined',
  INSUFFICIENT_FUNDS: 'insufficientFunds',
  CHARGE_VOIDED: 'cardDeclined',
  SHIPMENT_REFUSED: 'cannotDeliver',
} as const satisfies Record<OutcomeCode, string>
export type CustomerReason = (typeof CUSTOMER_REASONS)[OutcomeCode]

/** Where the customer's money is. */
export type MoneyState = 'notCharged' | 'charging' | 'charged' | 'returning' | 'refunded'

export interface TrackOutcome {
  reason: CustomerReason
  /** Words that a person wrote for the customer, or null. */
  words: string | null
}

/** Answer of the status page's read. Money is integer cents; times are ISO 8601, UTC. */
export interface TrackedOrder {
  number: string
  version: number
  headline: Headline
  /** A step waits for something that we are working on. */
  isDelayed: boolean
  isClosed: boolean
  /** Until when a person is to have looked at it, while that is awaited; null where nothing is awaited or said. */
  checkBy: string | null
  /** When the carrier means to deliver, once it has said so and until it has. */
  expectedAt: string | null
  placedAt: string
  /** `YYYY-MM-DD` of a purchase that was made before it reached us, or null. */
  purchasedAt: string | null
  steps: TrackStep[]
  lines: { name: string; quantity: number; unitCents: number | null; lineCents: number }[]
  totalCents: number
  currency: string
  money: { state: MoneyState; chargedCents: number; refundedCents: number }
  /** Null where the address cannot be read right now. `country` is ISO 3166-1 where we know it, else as written. */
  deliverTo: { name: string; city: string; country: string } | null
  timeline: TimelineEntry[]
  canCancel: boolean
  /** Set once the order ends, or is being closed. */
  outcome: TrackOutcome | null
  /** False where this is the last stored copy, as old as `asOf`. */
  isLive: boolean
  asOf: string
}

/** An order in the list of its customer. */
export interface OwnOrder {
  number: string
  headline: Headline
  /** ISO 8601, UTC; a day alone for an order that was made elsewhere before. */
  placedAt: string
  totalCents: number | null
  currency: string | null
  pieces: number
  /** Path of its status page. */
  statusPath: string
}
