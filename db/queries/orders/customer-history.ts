/** The earlier orders of a customer. */

import { and, eq, lt, notInArray, or, sql } from 'drizzle-orm'
import { normalizeCountry } from '../../../temporal/contract/orders/countries'
import { UNSUCCESSFUL_ORDER_STATES } from '../../../temporal/contract/states'
import type { Executor } from '../../client'
import { orderIntake, orders } from '../../schema/orders'
import type { Intake } from './orders'

export interface CustomerHistory {
  hasOrdered: boolean
  /** An earlier order went to the same country and postal code. */
  hasUsedAddress: boolean
}

const toComparable = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()

/** Compares countries by their code, because earlier orders hold them as customers wrote them. */
const toPlaceKey = (country: string, postalCode: string): string =>
  `${toComparable(normalizeCountry(country))} ${toComparable(postalCode)}`

/**
 * Earlier orders with the same e-mail address, ignoring case. Cancelled and failed orders do not count, so that a
 * rejected customer is reviewed again.
 */
export const selectCustomerHistory = async (db: Executor, intake: Intake): Promise<CustomerHistory> => {
  const isEarlier = or(
    lt(orderIntake.createdAt, intake.createdAt),
    and(eq(orderIntake.createdAt, intake.createdAt), lt(orderIntake.orderId, intake.orderId)),
  )
  const used = await db
    .selectDistinct({
      country: sql<string | null>`${orderIntake.shippingAddress} ->> 'country'`,
      postalCode: sql<string | null>`${orderIntake.shippingAddress} ->> 'postalCode'`,
    })
    .from(orderIntake)
    .innerJoin(orders, eq(orders.orderId, orderIntake.orderId))
    .where(
      and(
        sql`lower(${orderIntake.email}) = lower(${intake.email})`,
        isEarlier,
        notInArray(orders.state, [...UNSUCCESSFUL_ORDER_STATES]),
      ),
    )
  const { country, postalCode } = intake.shippingAddress
  const placeKey = toPlaceKey(country, postalCode)
  return {
    hasOrdered: used.length > 0,
    hasUsedAddress: used.some(
      (place) => toPlaceKey(place.country ?? '', place.postalCode ?? '') === placeKey,
    ),
  }
}
