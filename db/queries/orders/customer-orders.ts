/** The orders of an account. */

import { and, desc, eq, gte, inArray } from 'drizzle-orm'
import type { Address } from '../../../temporal/contract/orders/order'
import type { OrderState } from '../../../temporal/contract/states'
import type { Database, Executor } from '../../client'
import { apiTokens } from '../../schema/auth'
import { orderIntake, orders } from '../../schema/orders'
import { afterCursor, microsecondTimestamp, type TimestampCursor } from '../timestamp-cursor'

export interface CustomerOrder {
  orderId: string
  trackKeyId: string
  placedAt: string
  /** ISO 8601, UTC, microseconds included. */
  exactAt: string
  purchasedAt: string | null
  items: { sku: string; quantity: number }[]
  /** Null until the order's workflow has written. */
  state: OrderState | null
  totalCents: number | null
  currency: string | null
}

/** The principals of an account: itself and its API tokens. */
export const selectPrincipals = async (db: Executor, userId: string): Promise<string[]> => {
  const tokens = await db.select({ id: apiTokens.id }).from(apiTokens).where(eq(apiTokens.userId, userId))
  return [`user:${userId}`, ...tokens.map(({ id }) => `token:${id}`)]
}

/** Orders of these principals, newest first. */
export const selectOrdersByPrincipals = (
  db: Database,
  {
    principals,
    after,
    limit,
  }: { principals: readonly string[]; after?: TimestampCursor | undefined; limit: number },
): Promise<CustomerOrder[]> =>
  db
    .select({
      orderId: orderIntake.orderId,
      trackKeyId: orderIntake.trackKeyId,
      placedAt: orderIntake.createdAt,
      exactAt: microsecondTimestamp(orderIntake.createdAt),
      purchasedAt: orderIntake.purchasedAt,
      items: orderIntake.items,
      state: orders.state,
      totalCents: orders.totalCents,
      currency: orders.currency,
    })
    .from(orderIntake)
    .leftJoin(orders, eq(orders.orderId, orderIntake.orderId))
    .where(
      and(
        inArray(orderIntake.principal, [...principals]),
        afterCursor(orderIntake.createdAt, orderIntake.orderId, after),
      ),
    )
    .orderBy(desc(orderIntake.createdAt), desc(orderIntake.orderId))
    .limit(limit)

/** An order as it was requested, with its state: null until the order's workflow has written. */
export interface RecentIntake {
  orderId: string
  trackKeyId: string
  idempotencyKey: string
  placedAt: string
  items: { sku: string; quantity: number }[]
  shippingAddress: Address
  state: OrderState | null
}

/** The newest requests of these principals. @param since ISO 8601; earlier ones are left out */
export const selectRecentIntakes = (
  db: Database,
  { principals, since, limit }: { principals: readonly string[]; since: string; limit: number },
): Promise<RecentIntake[]> =>
  db
    .select({
      orderId: orderIntake.orderId,
      trackKeyId: orderIntake.trackKeyId,
      idempotencyKey: orderIntake.idempotencyKey,
      placedAt: orderIntake.createdAt,
      items: orderIntake.items,
      shippingAddress: orderIntake.shippingAddress,
      state: orders.state,
    })
    .from(orderIntake)
    .leftJoin(orders, eq(orders.orderId, orderIntake.orderId))
    .where(and(inArray(orderIntake.principal, [...principals]), gte(orderIntake.createdAt, since)))
    .orderBy(desc(orderIntake.createdAt))
    .limit(limit)
