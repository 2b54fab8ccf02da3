/** The lines of an order. */

import { minorDigits } from '../../../temporal/contract/money'
import { MAX_QUANTITY } from '../../../temporal/contract/orders/order'
import { truncateText } from '../../../temporal/contract/text/truncate-text'
import type { Mapping, Value } from '../mapping/mapping-schema'
import type { ReadColumn } from '../mapping/template'
import { quoted } from '../read/printable'
import type { Row } from '../read/row'
import { type Decimal, parseDecimal, rescale, toWhole } from '../values/decimal'
import { type MoneyFormat, parseAmount } from '../values/money'
import { readValue } from '../values/read-value'
import { isShortenedNumber } from '../values/unreadable'
import type { OrderItem } from './plan'
import { InvalidOrder } from './problems'
import { splitProducts } from './products-in-cell'
import { columnsOf, type ReadCell } from './read-cells'

/** Readers of one line: its row's columns, and the keys of a product within a cell. */
export interface LineColumns {
  code: ReadColumn
  text: ReadColumn
}

const fromProduct =
  (product: Map<string, string>, read: ReadColumn): ReadColumn =>
  (column) =>
    product.get(column) ?? read(column)

/**
 * The lines of a row: one, or one for each product in a cell.
 * @throws InvalidOrder for a cell that cannot be taken apart
 */
export const linesOfRow = (row: Row, read: ReadCell, { products }: Mapping): LineColumns[] => {
  const columns = { code: columnsOf(read, row, 'code'), text: columnsOf(read, row, 'text') }
  if (!products) return [columns]
  const cell = readValue(products.cell, columns.text)
  const found = splitProducts(cell, products)
  if (!found) throw new InvalidOrder(`the products in ${quoted(cell)} cannot be taken apart`)
  return found.map((product) => ({
    code: fromProduct(product, columns.code),
    text: fromProduct(product, columns.text),
  }))
}

const readWhole = (value: Value, { code }: LineColumns, mapping: Mapping, what: string): number => {
  const text = readValue(value, code)
  const number = parseDecimal(text, mapping.numbers)
  const whole = number && toWhole(number)
  const isSafe = whole !== null && whole >= -99_999n && whole <= 99_999n
  if (!isSafe)
    throw new InvalidOrder(`${what} ${quoted(text)} is not a whole number from 1 to ${MAX_QUANTITY}`)
  return Number(whole)
}

interface Pieces {
  ordered: number
  /** Without those that were refunded. */
  left: number
}

const readPieces = (line: LineColumns, mapping: Mapping): Pieces => {
  const { quantity, refundedQuantity } = mapping.order
  const ordered = readWhole(quantity, line, mapping, 'quantity')
  if (ordered < 1 || ordered > MAX_QUANTITY)
    throw new InvalidOrder(
      `quantity ${quoted(String(ordered))} is not a whole number from 1 to ${MAX_QUANTITY}` +
        (ordered < 0 ? '; name in "returns" of the mapping which rows are returns' : ''),
    )
  const text = readValue(refundedQuantity, line.code)
  const refunded =
    refundedQuantity === undefined || text === ''
      ? 0
      : Math.abs(readWhole(refundedQuantity, line, mapping, 'refunded quantity'))
  if (refunded > ordered) throw new InvalidOrder(`${refunded} pieces were refunded of ${ordered}`)
  return { ordered, left: ordered - refunded }
}

const readPrice = (value: Value, { code }: LineColumns, format: MoneyFormat): Decimal => {
  const text = readValue(value, code)
  const amount = text === '' ? 'is empty' : parseAmount(text, format)
  if (typeof amount === 'string') throw new InvalidOrder(`price ${quoted(text)} ${amount}`)
  if (amount.units < 0n) throw new InvalidOrder(`price ${quoted(text)} is negative`)
  return amount
}

const times = ({ units, scale }: Decimal, factor: number): Decimal => ({
  units: units * BigInt(factor),
  scale,
})

/** A line total in minor units; the part of a refunded piece is taken off only where it is exact. */
const toMinor = (amount: Decimal, format: MoneyFormat, mapping: Mapping): number => {
  const minor = rescale(amount, minorDigits(format.currency), mapping.rounding === 'half up')
  if (minor === null)
    throw new InvalidOrder(
      'the price of a line is no whole amount of the smallest unit; say "rounding": "half up" in the mapping to round it',
    )
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) throw new InvalidOrder('the price of a line is too large')
  return Number(minor)
}

const lineTotal = (
  line: LineColumns,
  pieces: Pieces,
  mapping: Mapping,
  format: MoneyFormat,
): number | undefined => {
  const { unitPrice, lineTotal: total } = mapping.order
  if (unitPrice !== undefined)
    return toMinor(times(readPrice(unitPrice, line, format), pieces.left), format, mapping)
  if (total === undefined) return undefined
  const amount = readPrice(total, line, format)
  if (pieces.left === pieces.ordered) return toMinor(amount, format, mapping)
  const share = times(amount, pieces.left)
  if (share.units % BigInt(pieces.ordered) !== 0n)
    throw new InvalidOrder('the total of a line with refunded pieces cannot be divided')
  return toMinor({ units: share.units / BigInt(pieces.ordered), scale: share.scale }, format, mapping)
}

const MAX_TITLE = 200

/**
 * One line, or null where all its pieces were refunded.
 * @throws InvalidOrder with the reason
 */
export const toItem = (line: LineColumns, mapping: Mapping, format: MoneyFormat): OrderItem | null => {
  const { order, unknownProducts } = mapping
  const sku = readValue(order.sku, line.code)
  if (sku === '') throw new InvalidOrder('a line has no SKU')
  if (isShortenedNumber(sku)) throw new InvalidOrder(`SKU ${quoted(sku)} was shortened by a spreadsheet`)
  const pieces = readPieces(line, mapping)
  if (pieces.left === 0) return null
  const total = lineTotal(line, pieces, mapping, format)
  const title = truncateText(readValue(order.title, line.text) || sku, MAX_TITLE)
  return {
    sku,
    quantity: pieces.left,
    ...(total === undefined ? {} : { lineTotalCents: total }),
    ...(unknownProducts === 'refuse' ? {} : { standIn: { sku: unknownProducts.standIn, title } }),
  }
}

/** Lines of one product as one, as the product keeps them. */
export const mergeItems = (items: readonly OrderItem[]): OrderItem[] => {
  const merged = new Map<string, OrderItem>()
  for (const item of items) {
    const before = merged.get(item.sku)
    const total = (before?.lineTotalCents ?? 0) + (item.lineTotalCents ?? 0)
    merged.set(item.sku, {
      ...(before ?? item),
      quantity: (before?.quantity ?? 0) + item.quantity,
      ...(item.lineTotalCents === undefined ? {} : { lineTotalCents: total }),
    })
  }
  return [...merged.values()]
}
