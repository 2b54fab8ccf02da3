import { toPlaceLines } from '@/temporal/contract/addresses/address-lines'
import { normalizeAddress } from '@/temporal/contract/addresses/normalize-address'
import type { StreamEntry } from '@/temporal/contract/cases/activity-stream'
import type { ApprovalView } from '@/temporal/contract/cases/approval'
import { type Address, isFree, type OrderView, orderCan } from '@/temporal/contract/orders/order'
import {
  CUSTOMER_EVENTS,
  CUSTOMER_REASONS,
  type CustomerEvent,
  type Headline,
  type MoneyState,
  type TimelineEntry,
  TRACK_STEPS,
  type TrackedOrder,
  type TrackStep,
} from '@/temporal/contract/orders/order-tracking'
import { isAwaitingApproval, isTerminal } from '@/temporal/contract/states'

const MONEY: Record<OrderView['payment']['status'], MoneyState> = {
  none: 'notCharged',
  charging: 'charging',
  pending: 'charging',
  charged: 'charged',
  refunding: 'returning',
  refunded: 'refunded',
  voided: 'notCharged',
}

export const HEADLINES: Record<OrderView['state'], Headline> = {
  PENDING: 'received',
  VALIDATING: 'received',
  RESERVING_STOCK: 'received',
  AWAITING_CUSTOMER: 'needsYou',
  AWAITING_APPROVAL: 'inReview',
  PROCESSING_PAYMENT: 'paying',
  CONFIRMED: 'preparing',
  SHIPPED: 'onItsWay',
  DELIVERED: 'delivered',
  COMPLETED: 'delivered',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
}

const isEnding = ({ outcome, cancelRequest }: OrderView): boolean =>
  (outcome !== null && outcome.code !== 'COMPLETED') || cancelRequest !== null

const toHeadline = (view: OrderView): Headline =>
  isEnding(view) && !isTerminal(view.state) ? 'closing' : HEADLINES[view.state]

const toCustomerEvent = ({ code }: StreamEntry): CustomerEvent | null =>
  Object.hasOwn(CUSTOMER_EVENTS, code) ? CUSTOMER_EVENTS[code as keyof typeof CUSTOMER_EVENTS] : null

/** Amounts come from the payment, because those in the stream are formatted text in English. */
const getAmountCents = (event: CustomerEvent, { payment }: OrderView): number | null => {
  if (event === 'paid') return payment.chargedCents
  return event === 'refunded' ? payment.refundedCents : null
}

const toTimeline = (view: OrderView): TimelineEntry[] =>
  view.stream.flatMap((entry) => {
    const event = toCustomerEvent(entry)
    return event ? [{ event, at: entry.timestamp, amountCents: getAmountCents(event, view) }] : []
  })

/** The event that completes each step. Without an approval, reserving stock completes the review. */
const stepDoneBy = (view: OrderView): Record<TrackStep['step'], CustomerEvent> => ({
  placed: 'placed',
  reviewed: view.approval !== null || view.rule !== null ? 'reviewEnded' : 'reserved',
  paid: isFree(view) ? 'nothingToPay' : 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
})

/** All orders have the same steps, so that the page's layout is stable. Steps left open at the end are `stopped`. */
const toSteps = (view: OrderView, timeline: readonly TimelineEntry[]): TrackStep[] => {
  const doneBy = stepDoneBy(view)
  const doneAt = (step: TrackStep['step']): string | null =>
    step === 'placed'
      ? view.createdAt
      : (timeline.findLast(({ event }) => event === doneBy[step])?.at ?? null)
  const next = TRACK_STEPS.find((step) => doneAt(step) === null)
  return TRACK_STEPS.map((step) => {
    const at = doneAt(step)
    if (at !== null) return { step, status: 'done', at }
    if (isEnding(view) || isTerminal(view.state)) return { step, status: 'stopped', at: null }
    return { step, status: step === next ? 'current' : 'upcoming', at: null }
  })
}

const toOutcome = ({ outcome, cancelRequest }: OrderView): TrackedOrder['outcome'] => {
  if (outcome) return { reason: CUSTOMER_REASONS[outcome.code], words: outcome.customerReason ?? null }
  return cancelRequest && { reason: 'asAsked', words: null }
}

interface TrackingDetails {
  /** The shipping address; null while it cannot be read. */
  address: Address | null
  /** The open approval, or null. */
  approval: ApprovalView | null
  isLive: boolean
  asOf: string
}

const getExpectedAt = ({ shipment, state }: OrderView): string | null =>
  isTerminal(state) || !shipment || shipment.deliveredAt !== null ? null : (shipment.expectedAt ?? null)

/** Older orders hold the address as it was typed. */
const toDeliverTo = (stored: Address): NonNullable<TrackedOrder['deliverTo']> => {
  const address = normalizeAddress(stored)
  return { lines: toPlaceLines(address), country: address.country }
}

/** Builds the customer's view of an order. */
export const toTrackedOrder = (
  view: OrderView,
  { address, approval, isLive, asOf }: TrackingDetails,
): TrackedOrder => {
  const timeline = toTimeline(view)
  return {
    number: view.number,
    version: view.version,
    headline: toHeadline(view),
    isDelayed: view.attention !== null && !isTerminal(view.state),
    isClosed: isTerminal(view.state),
    checkBy: isAwaitingApproval(view.state) && !isEnding(view) ? (approval?.dueAt ?? null) : null,
    expectedAt: getExpectedAt(view),
    placedAt: view.createdAt,
    purchasedAt: view.purchasedAt,
    steps: toSteps(view, timeline),
    lines: view.lines.map(({ name, quantity, unitCents, lineCents }) => ({
      name,
      quantity,
      unitCents,
      lineCents,
    })),
    totalCents: view.totalCents,
    currency: view.currency,
    money: {
      state: isFree(view) && view.payment.chargedCents === 0 ? 'nothingToPay' : MONEY[view.payment.status],
      chargedCents: view.payment.chargedCents,
      refundedCents: view.payment.refundedCents,
    },
    deliverTo: address && toDeliverTo(address),
    timeline,
    canCancel: view.cancelRequest === null && orderCan.cancel(view),
    outcome: toOutcome(view),
    isLive,
    asOf,
  }
}
