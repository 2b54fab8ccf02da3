/** Brings the events of services to the workflows that wait for them: at least once, in order for each order. */

import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../db/client'
import type { OrderStatusEvent, PaymentCompleted } from '../contract/orders/order'
import { SIGNALS } from '../contract/temporal-names'
import type { Log } from './log'
import { completePendingCharge } from './payment-rows'
import { claimDue, markDelivered, reschedule, type ScheduledEvent } from './scheduled-events'

type SignalName = (typeof SIGNALS)[keyof typeof SIGNALS]

/** Signals an order's workflow; `gone` when it has ended or never was. */
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
  /** Milliseconds between looks while nothing is due. */
  pollMs?: number
}

const POLL_MS = 200
const BATCH = 50
/** Below the time that a worker has to stop. */
const DELIVERY_TIMEOUT_MS = 3_000
const BACK_OFF_MAX_MS = 5_000

/** Postgres writes `2026-01-31 10:00:00+00`; signals carry ISO 8601. */
const toIso = (timestamp: string | null): string | undefined =>
  timestamp === null ? undefined : new Date(timestamp).toISOString()

const deliverPayment = async (
  { db, deliver }: EventDispatcherOptions,
  event: ScheduledEvent,
): Promise<void> => {
  const paymentId = String(event.payload.paymentId)
  // Voided or given back meanwhile: no money was taken, and there is nothing to tell.
  if (!(await completePendingCharge(db, paymentId))) return
  await deliver(event.orderId, SIGNALS.paymentCompleted, {
    status: 'charged',
    paymentId,
    dedupeKey: event.eventId,
  })
}

const deliverOne = async (options: EventDispatcherOptions, event: ScheduledEvent): Promise<void> => {
  if (event.event === 'paymentProcessed') return deliverPayment(options, event)
  if (event.event !== 'shipped' && event.event !== 'delivered') return
  await options.deliver(event.orderId, SIGNALS.updateOrderStatus, {
    status: event.event,
    dedupeKey: event.eventId,
    at: toIso(event.dueAt),
  })
}

const withTimeout = async (work: Promise<void>): Promise<void> => {
  const timer = new AbortController()
  const tooLong = sleep(DELIVERY_TIMEOUT_MS, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`No answer within ${DELIVERY_TIMEOUT_MS} ms`)
  })
  tooLong.catch(() => {}) // aborted below once the work is done
  try {
    await Promise.race([work, tooLong])
  } finally {
    timer.abort()
  }
}

/** One batch; row locks hold it, so a worker that dies gives it back. */
const dispatchBatch = (options: EventDispatcherOptions): Promise<{ taken: number; delivered: number }> =>
  options.db.transaction(async (tx) => {
    const events = await claimDue(tx, BATCH)
    const results = await Promise.allSettled(events.map((event) => withTimeout(deliverOne(options, event))))
    const failed = events.filter((_, i) => results[i]?.status === 'rejected').map(({ eventId }) => eventId)
    const done = events.map(({ eventId }) => eventId).filter((eventId) => !failed.includes(eventId))
    const reason = results.find((result) => result.status === 'rejected')?.reason
    if (failed.length > 0) options.log.warn({ err: reason, failed: failed.length }, 'events not delivered')
    await markDelivered(tx, done)
    await reschedule(tx, failed)
    return { taken: events.length, delivered: done.length }
  })

/** Starts delivering. Several workers may run one each; `stop` finishes the batch that is under way. */
export const startEventDispatcher = (options: EventDispatcherOptions): { stop(): Promise<void> } => {
  const { log, pollMs = POLL_MS } = options
  const stopping = new AbortController()
  let backOffMs = pollMs

  const waitAfterRound = async (): Promise<number> => {
    try {
      const { taken, delivered } = await dispatchBatch(options)
      if (taken === 0 || delivered > 0) backOffMs = pollMs
      // Again at once: more may be due, and a delivery makes way for the next event of its order.
      if (delivered > 0) return 0
      if (taken === 0) return pollMs
    } catch (error) {
      log.error({ err: error }, 'dispatcher cannot reach its queue')
    }
    backOffMs = Math.min(backOffMs * 2, BACK_OFF_MAX_MS)
    return backOffMs
  }

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const waitMs = await waitAfterRound()
      if (waitMs > 0) await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  const running = run()
  return {
    stop: () => {
      stopping.abort()
      return running
    },
  }
}
