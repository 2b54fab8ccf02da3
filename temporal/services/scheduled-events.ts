/** The queue of events that an order's workflow has to hear of. */

import { and, asc, inArray, isNotNull, isNull, lte, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor, Transaction } from '../../db/client'
import { serviceEvents } from '../../db/schema/services'

export type ScheduledEvent = Pick<
  typeof serviceEvents.$inferSelect,
  'eventId' | 'orderId' | 'event' | 'payload' | 'dueAt'
>

const RETRY_FIRST_MS = 500
const RETRY_MAX_MS = 30_000

const earlier = alias(serviceEvents, 'earlier')

/** Events of one order go one after the other, in the order in which the names are declared. */
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

/** How many events are due and not delivered, and since when the oldest is, in seconds. */
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

export const markDelivered = async (tx: Transaction, eventIds: readonly string[]): Promise<void> => {
  if (eventIds.length === 0) return
  await tx
    .update(serviceEvents)
    .set({ deliveredAt: sql`clock_timestamp()` })
    .where(inArray(serviceEvents.eventId, [...eventIds]))
}

/** Puts failed deliveries off, twice as long each time, up to 30 seconds. */
export const reschedule = async (tx: Transaction, eventIds: readonly string[]): Promise<void> => {
  if (eventIds.length === 0) return
  const waitMs = sql`least(${RETRY_FIRST_MS} * 2 ^ least(${serviceEvents.failedDeliveries}, 16), ${RETRY_MAX_MS})`
  await tx
    .update(serviceEvents)
    .set({
      failedDeliveries: sql`${serviceEvents.failedDeliveries} + 1`,
      retryAt: sql`clock_timestamp() + make_interval(secs => ${waitMs} / 1000)`,
    })
    .where(inArray(serviceEvents.eventId, [...eventIds]))
}
