/** From an order's view to what its customer may see. */

import { type Address, type OrderView, orderCan } from '@/temporal/contract/order'
import { isTerminal } from '@/temporal/contract/states'
import type { StreamEntry } from '@/temporal/contract/stream'
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
} from '@/temporal/contract/track'

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

const headlineOf = (view: OrderView): Headline =>
  isEnding(view) && !isTerminal(view.state) ? 'closing' : HEADLINES[view.state]

const eventOf = ({ code }: StreamEntry): CustomerEvent | null =>
  Object.hasOwn(CUSTOMER_EVENTS, code) ? CUSTOMER_EVENTS[code as keyof typeof CUSTOMER_EVENTS] : null

const timelineOf = ({ stream }: OrderView): TimelineEntry[] =>
  stream.flatMap((entry) => {
    const event = eventOf(entry)
    const { amount } = entry.params
    return event ? [{ event, at: entry.timestamp, amount: typeof amount === 'string' ? amount : null }] : []
  })

/** The entry of the timeline that ends each step. */
const STEP_DONE_BY: Record<TrackStep['step'], CustomerEvent> = {
  placed: 'placed',
  reviewed: 'reviewEnded',
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
}

/** The steps of this order: one that nobody looks at has no review. What is not done by the end was not done. */
const stepsOf = (view: OrderView, timeline: readonly TimelineEntry[]): TrackStep[] => {
  const names = TRACK_STEPS.filter(
    (step) => step !== 'reviewed' || view.approval !== null || view.rule !== null,
  )
  const doneAt = (step: TrackStep['step']): string | null =>
    step === 'placed'
      ? view.createdAt
      : (timeline.findLast(({ event }) => event === STEP_DONE_BY[step])?.at ?? null)
  const next = names.find((step) => doneAt(step) === null)
  return names.map((step) => {
    const at = doneAt(step)
    if (at !== null) return { step, status: 'done', at }
    if (isEnding(view) || isTerminal(view.state)) return { step, status: 'stopped', at: null }
    return { step, status: step === next ? 'current' : 'upcoming', at: null }
  })
}

const outcomeOf = ({ outcome, cancelRequest }: OrderView): TrackedOrder['outcome'] => {
  if (outcome) return { reason: CUSTOMER_REASONS[outcome.code], words: outcome.customerReason ?? null }
  return cancelRequest && { reason: 'asAsked', words: null }
}

/** @param address where the order goes, or null where that cannot be read right now */
export const trackedOrderOf = (
  view: OrderView,
  address: Address | null,
  read: { isLive: boolean; asOf: string },
): TrackedOrder => {
  const timeline = timelineOf(view)
  return {
    number: view.number,
    version: view.version,
    headline: headlineOf(view),
    isDelayed: view.attention !== null && !isTerminal(view.state),
    isClosed: isTerminal(view.state),
    placedAt: view.createdAt,
    purchasedAt: view.purchasedAt,
    steps: stepsOf(view, timeline),
    lines: view.lines.map(({ name, quantity, unitCents, lineCents }) => ({
      name,
      quantity,
      unitCents,
      lineCents,
    })),
    totalCents: view.totalCents,
    currency: view.currency,
    money: {
      state: MONEY[view.payment.status],
      chargedCents: view.payment.chargedCents,
      refundedCents: view.payment.refundedCents,
    },
    deliverTo: address && { name: address.name, city: address.city, country: address.country },
    timeline,
    canCancel: view.cancelRequest === null && orderCan.cancel(view),
    outcome: outcomeOf(view),
    ...read,
  }
}
