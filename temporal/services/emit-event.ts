/** What services say happened. */

import { sql } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { serviceEvents } from '../../db/schema/services'
import type { ServiceEventName } from '../contract/services'

interface ServiceEvent {
  event: ServiceEventName
  orderId: string
  payload: Record<string, unknown>
  /** Milliseconds until the order's workflow hears of it; null for an event that is only recorded. */
  dueInMs: number | null
}

/** Id of an order's event; it happens once, so its name is enough. Also the dedupe key of its signal. */
export const toEventId = (orderId: string, event: ServiceEventName): string => `${event}:${orderId}`

/** Records an event of this transaction; one that is recorded already stays as it is. */
export const emitEvent = async (tx: Transaction, { event, orderId, payload, dueInMs }: ServiceEvent) => {
  const dueAt = dueInMs === null ? null : sql`now() + make_interval(secs => ${dueInMs / 1000})`
  await tx
    .insert(serviceEvents)
    .values({ eventId: toEventId(orderId, event), orderId, event, payload, dueAt })
    .onConflictDoNothing()
}
