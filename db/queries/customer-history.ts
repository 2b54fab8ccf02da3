/** What a customer ordered before. */

import { and, eq, lt, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Executor } from '../client'
import { orderIntake, orders } from '../schema/orders'
import type { Intake } from './orders'

export interface CustomerHistory {
  hasOrdered: boolean
  /** An earlier order went to the same country and postal code. */
  hasUsedAddress: boolean
}

const letters = (value: SQL): SQL => sql`upper(regexp_replace(${value}, '[^[:alnum:]]', '', 'g'))`
const placeOf = (address: SQL): SQL =>
  sql`${letters(sql`${address} ->> 'country'`)} || ' ' || ${letters(sql`${address} ->> 'postalCode'`)}`

/**
 * Earlier orders under the same e-mail address, whatever its letters' case. An order that came to nothing is no
 * earlier order: who was turned down once is looked at again.
 */
export const customerHistory = async (db: Executor, intake: Intake): Promise<CustomerHistory> => {
  const address = sql`${JSON.stringify(intake.shippingAddress)}::jsonb`
  const isEarlier = or(
    lt(orderIntake.createdAt, intake.createdAt),
    and(eq(orderIntake.createdAt, intake.createdAt), lt(orderIntake.orderId, intake.orderId)),
  )
  const [row] = await db
    .select({
      hasOrdered: sql<boolean>`count(*) > 0`,
      hasUsedAddress: sql<boolean>`coalesce(bool_or(${placeOf(sql`${orderIntake.shippingAddress}`)} = ${placeOf(address)}), false)`,
    })
    .from(orderIntake)
    .innerJoin(orders, eq(orders.orderId, orderIntake.orderId))
    .where(
      and(
        sql`lower(${orderIntake.email}) = lower(${intake.email})`,
        isEarlier,
        notInArray(orders.state, ['FAILED', 'CANCELLED']),
      ),
    )
  return { hasOrdered: row?.hasOrdered ?? false, hasUsedAddress: row?.hasUsedAddress ?? false }
}
