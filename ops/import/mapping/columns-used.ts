/** The columns that a mapping reads. */

import type { AddressMapping, Condition, Mapping, PostalCode, Value } from './mapping-schema'
import { columnsIn } from './template'

type AnyValue = Value | PostalCode | undefined

const inValue = (value: AnyValue): string[] => {
  if (value === undefined) return []
  return typeof value === 'string' ? columnsIn(value) : columnsIn(`${value.from} ${value.default ?? ''}`)
}

const inConditions = (conditions: readonly Condition[]): string[] =>
  conditions.flatMap(({ column }) => columnsIn(column))

const inAddress = (address: AddressMapping): string[] => Object.values(address).flatMap(inValue)

/** Columns that say who bought and where it goes: rows of one order must agree on them. */
export const customerColumns = ({ order }: Mapping): string[] => [
  ...new Set([...inValue(order.email), ...inAddress(order.shippingAddress)]),
]

const orderColumns = ({ order }: Mapping): string[] => {
  const { shippingAddress, beside, ...values } = order
  return [...Object.values(values), ...Object.values(beside ?? {})].flatMap(inValue)
}

/** Columns of the file that the mapping reads; keys within a cell are none. */
export const columnsUsed = (mapping: Mapping): string[] => {
  const { products, returns } = mapping
  const used = [
    ...customerColumns(mapping),
    ...orderColumns(mapping),
    ...inValue(mapping.currency),
    ...inValue(mapping.timeZone),
    ...inConditions([...mapping.keepRows, ...mapping.keepOrders, ...mapping.summaryRows]),
    ...inConditions(returns?.where ?? []),
    ...columnsIn(returns?.of ?? ''),
    ...columnsIn(products?.cell ?? ''),
  ]
  return [...new Set(used)].filter((column) => !products?.keys.includes(column))
}
