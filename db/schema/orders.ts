/** The intake of orders, which Temporal must not hold, and the lasting link of an order to its workflow. */

import { type SQL, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
} from 'drizzle-orm/pg-core'
import type { Address, Outcome } from '../../temporal/contract/orders/order'
import type { ImportedFrom } from '../../temporal/contract/schemas/order-request'
import { ORDER_STATES } from '../../temporal/contract/states'
import { at } from './timestamp-column'

export const orderStateEnum = pgEnum('order_state', ORDER_STATES)

export interface IntakeItem {
  sku: string
  quantity: number
  /** Price override of an import, for the whole line. */
  lineTotalCents?: number
  /** Product of an import's line whose SKU is not in the catalogue, and the title of the line. */
  standIn?: { sku: string; title: string }
}

/**
 * An import adds the hash of its file to the key of a row that is a purchase of its own: the key before that. Null for
 * orders without a file; of other keys it is any beginning.
 */
export const keyOutsideFile = (key: AnyPgColumn, importedFrom: AnyPgColumn): SQL =>
  sql`left(${key}, -1 - length(${importedFrom} ->> 'fileHash'))`

/** Inserted once, before the workflow starts. A row without a workflow is harmless. */
export const orderIntake = pgTable(
  'order_intake',
  {
    orderId: text('order_id').primaryKey(),
    principal: text('principal').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    /** SHA-256 of the canonical body: the same key with another body is refused for good. */
    bodyHash: text('body_hash').notNull(),
    email: text('email').notNull(),
    items: jsonb('items').$type<IntakeItem[]>().notNull(),
    shippingAddress: jsonb('shipping_address').$type<Address>().notNull(),
    paymentToken: text('payment_token').notNull(),
    purchasedAt: date('purchased_at', { mode: 'string' }),
    /** The file of an imported order; null for other orders and for imports of earlier releases. */
    importedFrom: jsonb('imported_from').$type<ImportedFrom>(),
    /** Key that signed the status link, so that a replay returns the same link. */
    trackKeyId: text('track_key_id').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('order_intake_email').on(table.email),
    index('order_intake_email_lower').on(sql`lower(${table.email})`),
    index('order_intake_principal').on(table.principal),
    index('order_intake_key_outside_file').on(keyOutsideFile(table.idempotencyKey, table.importedFrom)),
  ],
)

/** Projection of orders, written by activities only. */
export const orders = pgTable(
  'orders',
  {
    orderId: text('order_id').primaryKey(),
    number: text('number').notNull(),
    temporalWorkflowId: text('temporal_workflow_id').notNull().unique(),
    state: orderStateEnum('state').notNull(),
    totalCents: bigint('total_cents', { mode: 'number' }).notNull(),
    chargedCents: bigint('charged_cents', { mode: 'number' }).notNull(),
    refundedCents: bigint('refunded_cents', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    outcome: jsonb('outcome').$type<Outcome>(),
    purchasedAt: date('purchased_at', { mode: 'string' }),
    version: integer('version').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    closedAt: at('closed_at'),
  },
  (table) => [index('orders_created_at').on(table.createdAt), index('orders_number').on(table.number)],
)
