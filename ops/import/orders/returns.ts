/** Rows that give money back: told, and neither orders nor rejections. */

import { minorDigits } from '../../../temporal/contract/money'
import type { Mapping } from '../mapping/mapping-schema'
import { interpolate } from '../mapping/template'
import type { Row } from '../read/row'
import { parseDecimal, rescale } from '../values/decimal'
import { parseAmount } from '../values/money'
import { readValue } from '../values/read-value'
import { unmetCondition } from './conditions'
import type { ReturnedGoods } from './plan'
import { columnsOf, type ReadCell } from './read-cells'

export const isReturn = (row: Row, { returns }: Mapping, read: ReadCell): boolean =>
  returns !== undefined && unmetCondition(returns.where, columnsOf(read, row, 'text')) === null

const abs = (value: bigint): bigint => (value < 0n ? -value : value)

const amountOf = (row: Row, mapping: Mapping, read: ReadCell, currency: string): number | null => {
  const code = columnsOf(read, row, 'code')
  const { unitPrice, lineTotal, quantity } = mapping.order
  const amount = parseAmount(readValue(unitPrice ?? lineTotal, code), { ...mapping, currency })
  const pieces =
    unitPrice === undefined
      ? { units: 1n, scale: 0 }
      : parseDecimal(readValue(quantity, code), mapping.numbers)
  if (typeof amount === 'string' || pieces === null) return null
  const product = { units: abs(amount.units * pieces.units), scale: amount.scale + pieces.scale }
  const minor = rescale(product, minorDigits(currency), true)
  return minor === null ? null : Number(minor)
}

export const toReturn = (row: Row, mapping: Mapping, read: ReadCell, currency: string): ReturnedGoods => {
  const code = columnsOf(read, row, 'code')
  return {
    number: readValue(mapping.order.number, code) || null,
    of: interpolate(mapping.returns?.of ?? '', code) || null,
    row,
    amountMinor: amountOf(row, mapping, read, currency),
    currency,
  }
}
