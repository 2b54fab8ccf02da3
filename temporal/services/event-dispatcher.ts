/** Delivers service events to the workflows that wait for them: at least once, in order for each order. */

import { TimeoutStrategy, timeout } from 'cockatiel'
import type { Database } from '../../db/client'
import { toIso } from '../../db/queries/to-iso'
import type { OrderStatusEvent, PaymentCompleted } from '../contract/orders/order'
import { SIGNALS } from '../contract/temporal-names'
import type { Log } from './log'
import { completePendingCharge } from './payment-rows'
import { type PollLoop, type RoundOutcome, startPollLoop } from './poll-loop'
import { claimDue, markDelivered, reschedule, type ScheduledEvent } from './scheduled-events'

type SignalName = (typeof SIGNALS)[keyof typeof SIGNALS]

/** Signals an order's workflow; `gone` when it has ended or never existed. */
export type DeliverSignal = (
  orderId: string,
  signalName: SignalName,
  payload: OrderStatusEvent | PaymentCompleted,
) => Promise<'delivered' | 'gone'>

export interface EventDispatcherOptions {
  /** Needs two free connections at least: one holds the batch, one settles payments. */
  db: Database
  deliver: DeliverSignal
  log: Log
  /** Milliseconds between two rounds while nothing is due. */
  pollMs?: number
}

const BATCH = 50
/** Below the time that a worker has to stop. */
const DELIVERY_TIMEOUT_MS = 3_000

const deliveryTimeout = timeout(DELIVERY_TIMEOUT_MS, TimeoutStrategy.Aggressive)

const deliverPayment = async (
  { db, deliver }: EventDispatcherOptions,
  event: ScheduledEvent,
): Promise<void> => {
  const paymentId = String(event.payload.paymentId)
  // A charge that was voided or refunded meanwhile took no money: there is no payment to signal.
  if (!(await completePendingCharge(db, paymentId))) return
  await deliver(event.orderId, SIGNALS.paymentCompleted, {
    status: 'charged',
    paymentId,
    dedupeKey: event.eventId,
  })
}

const deliverEvent = async (options: EventDispatcherOptions, event: ScheduledEvent): Promise<void> => {
  if (event.event === 'paymentProcessed') return deliverPayment(options, event)
  if (event.event !== 'shipped' && event.event !== 'delivered') return
  await options.deliver(event.orderId, SIGNALS.updateOrderStatus, {
    status: event.event,
    dedupeKey: event.eventId,
    ...(event.dueAt === null ? {} : { at: toIso(event.dueAt) }),
  })
}

/** Delivers one batch under row locks, so that the batch of a worker that dies goes to another one. */
const dispatchBatch = (options: EventDispatcherOptions): Promise<RoundOutcome> =>
  options.db.transaction(async (tx) => {
    const events = await claimDue(tx, BATCH)
    const results = await Promise.allSettled(
      events.map((event) => deliveryTimeout.execute(() => deliverEvent(options, event))),
    )
    const failed = events.filter((_, i) => results[i]?.status === 'rejected')
    const delivered = events.filter((event) => !failed.includes(event))
    const reason = results.find((result) => result.status === 'rejected')?.reason
    if (failed.length > 0) options.log.warn({ err: reason, failed: failed.length }, 'events not delivered')
    await markDelivered(tx, delivered)
    await reschedule(tx, failed)
    // A delivery makes the next event of its order due, so the next round starts at once.
    if (delivered.length > 0) return 'more'
    return events.length === 0 ? 'idle' : 'blocked'
  })

/** Starts delivering. Several workers may run a dispatcher each; `stop` finishes the batch in progress. */
export const startEventDispatcher = (options: EventDispatcherOptions): PollLoop =>
  startPollLoop({
    name: 'event dispatcher',
    round: () => dispatchBatch(options),
    log: options.log,
    pollMs: options.pollMs,
  })
