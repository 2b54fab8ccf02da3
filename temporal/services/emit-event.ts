/** Records service events, to be delivered by the event dispatcher. */

import { sql } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { serviceEvents } from '../../db/schema/services'
import type { ServiceEventName } from '../contract/services'

interface ServiceEvent {
  event: ServiceEventName
  orderId: string
  payload: Record<string, unknown>
  /** Milliseconds until it is delivered to the order's workflow; null for an event that is only recorded. */
  dueInMs: number | null
}

/** Id of an order's event, which happens once for each order. Also the dedupe key of its signal. */
export const toEventId = (orderId: string, event: ServiceEventName): string => `${event}:${orderId}`

/** Records an event in this transaction. An event that is already recorded is left unchanged. */
export const emitEvent = async (tx: Transaction, { event, orderId, payload, dueInMs }: ServiceEvent) => {
  const dueAt = dueInMs === null ? null : sql`now() + make_interval(secs => ${dueInMs / 1000})`
  await tx
    .insert(serviceEvents)
    .values({ eventId: toEventId(orderId, event), orderId, event, payload, dueAt })
    .onConflictDoNothing()
}
