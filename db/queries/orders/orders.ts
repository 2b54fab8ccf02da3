/** Orders and what they were placed with. */

import { and, eq, inArray, sql } from 'drizzle-orm'
import { INITIAL_STATES, type OrderState } from '../../../temporal/contract/states'
import type { Executor } from '../../client'
import { orderIntake, orders } from '../../schema/orders'

export type Intake = typeof orderIntake.$inferSelect

export const selectIntake = async (db: Executor, orderId: string): Promise<Intake | null> => {
  const [row] = await db.select().from(orderIntake).where(eq(orderIntake.orderId, orderId))
  return row ?? null
}

/**
 * Keeps what an order was placed with.
 * @returns `inserted`, or the row that was there before under this order's id
 */
export const insertIntake = async (
  db: Executor,
  row: typeof orderIntake.$inferInsert,
): Promise<'inserted' | Intake> => {
  const inserted = await db
    .insert(orderIntake)
    .values(row)
    .onConflictDoNothing()
    .returning({ orderId: orderIntake.orderId })
  if (inserted.length > 0) return 'inserted'
  const existing = await selectIntake(db, row.orderId)
  if (!existing) throw new Error(`The intake of ${row.orderId} was swept while it was written`)
  return existing
}

export type StoredOrder = typeof orders.$inferSelect

export const selectOrder = async (db: Executor, orderId: string): Promise<StoredOrder | null> => {
  const [row] = await db.select().from(orders).where(eq(orders.orderId, orderId))
  return row ?? null
}

/** States of those of `orderIds` that `principal` placed; one whose workflow has not written yet is `PENDING`. */
export const selectOrderStates = (
  db: Executor,
  principal: string,
  orderIds: readonly string[],
): Promise<{ orderId: string; state: OrderState }[]> =>
  db
    .select({
      orderId: orderIntake.orderId,
      state: sql<OrderState>`coalesce(${orders.state}, ${INITIAL_STATES.order})`,
    })
    .from(orderIntake)
    .leftJoin(orders, eq(orders.orderId, orderIntake.orderId))
    .where(and(eq(orderIntake.principal, principal), inArray(orderIntake.orderId, [...orderIds])))
