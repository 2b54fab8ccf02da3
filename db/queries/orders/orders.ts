/** Orders and their intake. */

import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { INITIAL_STATES, type OrderState } from '../../../temporal/contract/states'
import type { Executor } from '../../client'
import { keyOutsideFile, orderIntake, orders } from '../../schema/orders'

export type Intake = typeof orderIntake.$inferSelect

/** One parameter for all values, since a statement takes 65,535 parameters. */
const textArray = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`

export const selectIntake = async (db: Executor, orderId: string): Promise<Intake | null> => {
  const [row] = await db.select().from(orderIntake).where(eq(orderIntake.orderId, orderId))
  return row ?? null
}

/**
 * Inserts the intake of an order.
 * @returns `inserted`, or the existing intake of this order id
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
  if (!existing) throw new Error(`The intake of ${row.orderId} was deleted while it was inserted`)
  return existing
}

/** Intakes of those of the orders that exist. */
export const selectIntakes = (db: Executor, orderIds: readonly string[]): Promise<Intake[]> =>
  db
    .select()
    .from(orderIntake)
    .where(sql`${orderIntake.orderId} = any(${textArray(orderIds)})`)

/** Intakes of these principals under one of `keys` with the hash of the intake's file added: purchases of that file. */
export const selectIntakesInFiles = (
  db: Executor,
  principals: readonly string[],
  keys: readonly string[],
): Promise<Intake[]> => {
  const { idempotencyKey: key, importedFrom, principal } = orderIntake
  const outside = keyOutsideFile(key, importedFrom)
  return db
    .select()
    .from(orderIntake)
    .where(
      and(
        sql`${outside} = any(${textArray(keys)})`,
        sql`${key} = ${outside} || '-' || (${importedFrom} ->> 'fileHash')`,
        sql`${principal} = any(${textArray(principals)})`,
      ),
    )
}

export type StoredOrder = typeof orders.$inferSelect

export const selectOrder = async (db: Executor, orderId: string): Promise<StoredOrder | null> => {
  const [row] = await db.select().from(orders).where(eq(orders.orderId, orderId))
  return row ?? null
}

/** States of the orders that `principal` placed; `PENDING` until the order's workflow has written. */
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
