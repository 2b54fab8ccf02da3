/** The earlier orders of a customer. */

import { and, eq, lt, notInArray, or, sql } from 'drizzle-orm'
import type { Address } from '../../../temporal/contract/orders/order'
import { normalizeCountry } from '../../../temporal/contract/orders/parse-country'
import { UNSUCCESSFUL_ORDER_STATES } from '../../../temporal/contract/states'
import type { Executor } from '../../client'
import { orderIntake, orders } from '../../schema/orders'
import type { Intake } from './orders'

export interface CustomerHistory {
  hasOrdered: boolean
  /** An earlier order went to the same country and postal code, or to the same place where there are no codes. */
  hasUsedAddress: boolean
}

const toComparable = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()

type Place = Pick<Address, 'country' | 'postalCode' | 'city' | 'region'>

/**
 * Country and postal code; region and city where there is none. Countries are compared by their code, because earlier
 * orders hold them as customers wrote them.
 */
const toPlaceKey = ({ country, postalCode, city, region = '' }: Place): string =>
  [normalizeCountry(country), ...(postalCode ? [postalCode] : ['', region, city])].map(toComparable).join(' ')

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
    .selectDistinct({ address: orderIntake.shippingAddress })
    .from(orderIntake)
    .innerJoin(orders, eq(orders.orderId, orderIntake.orderId))
    .where(
      and(
        sql`lower(${orderIntake.email}) = lower(${intake.email})`,
        isEarlier,
        notInArray(orders.state, [...UNSUCCESSFUL_ORDER_STATES]),
      ),
    )
  const placeKey = toPlaceKey(intake.shippingAddress)
  return {
    hasOrdered: used.length > 0,
    hasUsedAddress: used.some(({ address }) => toPlaceKey(address) === placeKey),
  }
}
