/** The orders of an account. */

import { and, desc, eq, inArray } from 'drizzle-orm'
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
