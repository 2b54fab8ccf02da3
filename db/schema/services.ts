/** Tables of the three services behind the bridge; only the services use them. */

import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { SERVICE_EVENTS } from '../../temporal/contract/services'
import { at } from './timestamp-column'

export const serviceEventEnum = pgEnum('service_event', SERVICE_EVENTS)
export const reservationStatusEnum = pgEnum('reservation_status', ['reserved', 'released'])
export const paymentStatusEnum = pgEnum('payment_status', [
  'pending',
  'charged',
  'refunded',
  'voided',
  'declined',
])

export const products = pgTable(
  'products',
  {
    sku: text('sku').primaryKey(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    unitCents: integer('unit_cents').notNull(),
    currency: text('currency').notNull(),
    /** Units for sale, without the reserved ones. */
    available: integer('available').notNull(),
    flaggedForReview: boolean('flagged_for_review').notNull().default(false),
    /** Sold by import only; not on the order form. */
    hidden: boolean('hidden').notNull().default(false),
  },
  (table) => [
    check('products_available', sql`${table.available} >= 0`),
    check('products_price', sql`${table.unitCents} >= 0`),
  ],
)

/** One row for each order; a `released` row refuses a reservation that arrives later. */
export const reservations = pgTable('reservations', {
  orderId: text('order_id').primaryKey(),
  status: reservationStatusEnum('status').notNull(),
  /** Idempotency key of the call that reserved; null for a release that came first. */
  reserveKey: text('reserve_key'),
  createdAt: at('created_at').notNull().defaultNow(),
})

export const reservationLines = pgTable(
  'reservation_lines',
  {
    orderId: text('order_id').notNull(),
    sku: text('sku').notNull(),
    quantity: integer('quantity').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.sku] })],
)

/** One row for each charge key; a `voided` row refuses a charge that arrives later. */
export const payments = pgTable('payments', {
  chargeKey: text('charge_key').primaryKey(),
  orderId: text('order_id').notNull(),
  paymentId: text('payment_id').notNull(),
  status: paymentStatusEnum('status').notNull(),
  amountCents: bigint('amount_cents', { mode: 'number' }).notNull(),
  currency: text('currency').notNull(),
  /** Number of calls that the simulated provider failed. */
  failedCalls: integer('failed_calls').notNull().default(0),
  createdAt: at('created_at').notNull().defaultNow(),
  updatedAt: at('updated_at').notNull().defaultNow(),
})

export const shipments = pgTable('shipments', {
  orderId: text('order_id').primaryKey(),
  shipmentId: text('shipment_id').notNull().unique(),
  createdAt: at('created_at').notNull().defaultNow(),
})

/** The first result of every command, by idempotency key; also a refusal. */
export const idempotencyRecords = pgTable('idempotency_records', {
  idempotencyKey: text('idempotency_key').primaryKey(),
  service: text('service').notNull(),
  command: text('command').notNull(),
  result: jsonb('result').$type<{ ok: unknown } | { refused: string; message: string }>().notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
})

/** Service events. The event dispatcher delivers those with a due time to the order's workflow. */
export const serviceEvents = pgTable(
  'service_events',
  {
    /** Also the dedupe key of the signal. */
    eventId: text('event_id').primaryKey(),
    orderId: text('order_id').notNull(),
    event: serviceEventEnum('event').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    /** When to deliver; null for an event that is only recorded. */
    dueAt: at('due_at'),
    deliveredAt: at('delivered_at'),
    /** Number of failed deliveries; `retry_at` is the time of the next attempt. */
    failedDeliveries: integer('failed_deliveries').notNull().default(0),
    retryAt: at('retry_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('service_events_due')
      .on(table.dueAt)
      .where(sql`${table.deliveredAt} is null and ${table.dueAt} is not null`),
    index('service_events_undelivered')
      .on(table.orderId, table.event)
      .where(sql`${table.deliveredAt} is null and ${table.dueAt} is not null`),
  ],
)
