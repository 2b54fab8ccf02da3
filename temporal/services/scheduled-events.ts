/** The queue of service events that are due for delivery to an order's workflow. */

import { and, asc, inArray, isNotNull, isNull, lte, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor, Transaction } from '../../db/client'
import { serviceEvents } from '../../db/schema/services'
import { backoffMs } from '../contract/backoff'

export type ScheduledEvent = Pick<
  typeof serviceEvents.$inferSelect,
  'eventId' | 'orderId' | 'event' | 'payload' | 'dueAt' | 'failedDeliveries'
>

const RETRY = { firstMs: 500, maxMs: 30_000 }

const earlier = alias(serviceEvents, 'earlier')

/** Events of one order are delivered one by one, in the order in which their names are declared. */
const hasNoEarlierEvent = (tx: Transaction) =>
  notExists(
    tx
      .select({ one: sql`1` })
      .from(earlier)
      .where(
        and(
          sql`${earlier.orderId} = ${serviceEvents.orderId}`,
          sql`${earlier.event} < ${serviceEvents.event}`,
          isNull(earlier.deliveredAt),
          isNotNull(earlier.dueAt),
        ),
      ),
  )

/** Counts the events that are due and not delivered; `oldestSeconds` is how long the oldest has been due. */
export const selectBacklog = async (db: Executor): Promise<{ due: number; oldestSeconds: number }> => {
  const [row] = await db
    .select({
      due: sql<number>`count(*)::int`,
      oldestSeconds: sql<number>`coalesce(extract(epoch from now() - min(${serviceEvents.dueAt})), 0)::float8`,
    })
    .from(serviceEvents)
    .where(and(isNull(serviceEvents.deliveredAt), lte(serviceEvents.dueAt, sql`now()`)))
  return row ?? { due: 0, oldestSeconds: 0 }
}

/** Locks up to `limit` due events that no other worker holds; they are this worker's until the transaction ends. */
export const claimDue = (tx: Transaction, limit: number): Promise<ScheduledEvent[]> =>
  tx
    .select({
      eventId: serviceEvents.eventId,
      orderId: serviceEvents.orderId,
      event: serviceEvents.event,
      payload: serviceEvents.payload,
      dueAt: serviceEvents.dueAt,
      failedDeliveries: serviceEvents.failedDeliveries,
    })
    .from(serviceEvents)
    .where(
      and(
        isNull(serviceEvents.deliveredAt),
        lte(serviceEvents.dueAt, sql`now()`),
        or(isNull(serviceEvents.retryAt), lte(serviceEvents.retryAt, sql`now()`)),
        hasNoEarlierEvent(tx),
      ),
    )
    .orderBy(asc(serviceEvents.dueAt), asc(serviceEvents.event))
    .limit(limit)
    .for('update', { of: serviceEvents, skipLocked: true })

export const markDelivered = async (tx: Transaction, events: readonly ScheduledEvent[]): Promise<void> => {
  if (events.length === 0) return
  const eventIds = events.map(({ eventId }) => eventId)
  await tx
    .update(serviceEvents)
    .set({ deliveredAt: sql`clock_timestamp()` })
    .where(inArray(serviceEvents.eventId, eventIds))
}

/** Reschedules failed deliveries with exponential back-off, up to 30 s. */
export const reschedule = async (tx: Transaction, events: readonly ScheduledEvent[]): Promise<void> => {
  if (events.length === 0) return
  const ids = sql.param(events.map(({ eventId }) => eventId))
  const delaysMs = sql.param(events.map(({ failedDeliveries }) => backoffMs(failedDeliveries, RETRY)))
  await tx.execute(sql`
    update ${serviceEvents}
    set failed_deliveries = ${serviceEvents.failedDeliveries} + 1,
      retry_at = clock_timestamp() + make_interval(secs => retry.delay_ms / 1000)
    from unnest(${ids}::text[], ${delaysMs}::float8[]) as retry (event_id, delay_ms)
    where ${serviceEvents.eventId} = retry.event_id`)
}
