/** Validates an order before any service is called: address, prices and the approval rules. */

import type { Database } from '../../db/client'
import { selectCustomerHistory } from '../../db/queries/orders/customer-history'
import { type Intake, selectIntake } from '../../db/queries/orders/orders'
import { selectProductsBySku } from '../../db/queries/orders/products'
import type { ValidatedOrder } from '../contract/activities'
import { getAddressFormat } from '../contract/addresses/get-address-format'
import { normalizeAddress } from '../contract/addresses/normalize-address'
import { findMatchingRule } from '../contract/orders/approval-rules'
import type { Address, OrderInput } from '../contract/orders/order'
import { businessFailure } from './business-failure'
import { priceItems } from './price-items'

const FIELDS = {
  name: 'name',
  line1: 'street',
  city: 'city',
  postalCode: 'postal code',
  country: 'country',
} as const
type Field = keyof typeof FIELDS

/** Parts that a country's addresses may lack. A region is not asked for: orders placed before that was have none. */
const BY_COUNTRY: readonly Field[] = ['city', 'postalCode']

const checkAddress = (stored: Address): void => {
  const address = normalizeAddress(stored)
  const required = getAddressFormat(address.country)?.parts.filter((part) => part.required)
  const isNeeded = (field: Field) =>
    !required || !BY_COUNTRY.includes(field) || required.some(({ part }) => part === field)
  const missing = (Object.keys(FIELDS) as Field[]).filter((field) => isNeeded(field) && !address[field])
  if (missing.length > 0)
    throw businessFailure(
      'INCOMPLETE_ADDRESS',
      `The address lacks ${missing.map((field) => FIELDS[field]).join(', ')}`,
    )
}

const loadIntake = async (db: Database, orderId: string): Promise<Intake> => {
  const intake = await selectIntake(db, orderId)
  if (!intake) throw businessFailure('INTAKE_MISSING', 'Nothing is known of what was ordered')
  return intake
}

/**
 * Prices an order and finds the rule that asks for an approval.
 * @throws ApplicationFailure INTAKE_MISSING, INCOMPLETE_ADDRESS, or what `priceItems` throws
 */
export const validateOrder = async (
  db: Database,
  { orderId, policy }: OrderInput,
): Promise<ValidatedOrder> => {
  const intake = await loadIntake(db, orderId)
  checkAddress(intake.shippingAddress)
  const skus = [
    ...new Set(intake.items.flatMap(({ sku, standIn }) => (standIn ? [sku, standIn.sku] : [sku]))),
  ]
  const { flaggedSkus, ...priced } = priceItems(intake.items, await selectProductsBySku(db, skus))
  const { hasOrdered, hasUsedAddress } = await selectCustomerHistory(db, intake)
  const { totalCents, currency } = priced
  const rule = findMatchingRule(policy.rules, {
    totalCents,
    currency,
    isFirstOrder: !hasOrdered,
    addressDiffers: hasOrdered && !hasUsedAddress,
    flaggedSkus,
  })
  return { ...priced, purchasedAt: intake.purchasedAt, rule }
}
