/** An order for its customer: codes that pages translate, without names of staff and internal ids. */

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
  /** When the step was done, ISO 8601, or null. */
  at: string | null
}

/** The entries of the activity stream that customers see; all others are internal. */
export const CUSTOMER_EVENTS = {
  orderPlaced: 'placed',
  stockReserved: 'reserved',
  approvalAsked: 'reviewStarted',
  approvalAnswered: 'reviewEnded',
  nothingToPay: 'nothingToPay',
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
  /** Amount of the entry in minor units, or null. */
  amountCents: number | null
}

/** Reasons of an outcome for the customer. */
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
  NOTHING_TO_CHARGE: 'ourFault',
  SHIPMENT_REFUSED: 'cannotDeliver',
} as const satisfies Record<OutcomeCode, string>
export type CustomerReason = (typeof CUSTOMER_REASONS)[OutcomeCode]

/** Status of the customer's money. */
export type MoneyState = 'nothingToPay' | 'notCharged' | 'charging' | 'charged' | 'returning' | 'refunded'

export interface TrackOutcome {
  reason: CustomerReason
  /** Words that a person wrote for the customer, or null. */
  words: string | null
}

/** Data of the status page. Money is integers of the minor unit; times are ISO 8601, UTC. */
export interface TrackedOrder {
  number: string
  version: number
  headline: Headline
  /** A step waits for an unreachable dependency. */
  isDelayed: boolean
  isClosed: boolean
  /** Deadline of the review; null where no review is open, or it has none. */
  checkBy: string | null
  /** Expected delivery, from when the carrier has given it until the delivery. */
  expectedAt: string | null
  placedAt: string
  /** `YYYY-MM-DD` of an imported purchase, or null. */
  purchasedAt: string | null
  steps: TrackStep[]
  lines: { name: string; quantity: number; unitCents: number | null; lineCents: number }[]
  totalCents: number
  currency: string
  money: { state: MoneyState; chargedCents: number; refundedCents: number }
  /**
   * Null while the address cannot be read. `lines` hold name and place as the country prints them; `country` is ISO
   * 3166-1 where it was recognised, else as written.
   */
  deliverTo: { lines: string[]; country: string } | null
  timeline: TimelineEntry[]
  canCancel: boolean
  /** Set once the order has ended or is being closed. */
  outcome: TrackOutcome | null
  /** False for a stored copy, which is as old as `asOf`. */
  isLive: boolean
  asOf: string
}

/** An order in the list of its customer. */
export interface OwnOrder {
  number: string
  headline: Headline
  /** ISO 8601, UTC; a day alone for an imported purchase. */
  placedAt: string
  totalCents: number | null
  currency: string | null
  pieces: number
  /** Path of its status page. */
  statusPath: string
}
