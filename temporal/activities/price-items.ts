/** Prices an order's items from the catalogue, never from what the client says. */

import type { Product } from '../../db/queries/orders/products'
import type { IntakeItem } from '../../db/schema/orders'
import { isCurrency } from '../contract/currencies'
import { MAX_QUANTITY, type OrderLine } from '../contract/orders/order'
import { businessFailure } from './business-failure'

/** One product of an order, with the sum of its items; imported items bring their own totals. */
interface Line {
  product: Product
  /** The item whose SKU the catalogue does not have; null where the product is its own. */
  foreign: IntakeItem | null
  quantity: number
  lineCents: number
  isImported: boolean
}

const isAmount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const checkItem = ({ sku, quantity, lineTotalCents }: IntakeItem): void => {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) {
    throw businessFailure(
      'INVALID_QUANTITY',
      `Quantity of ${sku} is ${quantity}; it must be 1 to ${MAX_QUANTITY}`,
    )
  }
  if (lineTotalCents !== undefined && !isAmount(lineTotalCents)) {
    throw businessFailure('INVALID_QUANTITY', `Total of ${sku} is not a whole number of minor units`)
  }
}

const addItem = (line: Line | undefined, product: Product, item: IntakeItem): Line => {
  const cents = item.lineTotalCents ?? product.unitCents * item.quantity
  return {
    product,
    foreign: product.sku === item.sku ? null : item,
    quantity: (line?.quantity ?? 0) + item.quantity,
    lineCents: (line?.lineCents ?? 0) + cents,
    isImported: (line?.isImported ?? false) || item.lineTotalCents !== undefined,
  }
}

/** The unit price; null where an imported total does not divide into whole minor units. */
const toUnitCents = ({ product, quantity, lineCents, isImported }: Line): number | null => {
  if (!isImported) return product.unitCents
  return lineCents % quantity === 0 ? lineCents / quantity : null
}

const collectLines = (items: readonly IntakeItem[], catalogue: ReadonlyMap<string, Product>): Line[] => {
  const lines = new Map<string, Line>()
  for (const item of items) {
    checkItem(item)
    const product = catalogue.get(item.sku) ?? catalogue.get(item.standIn?.sku ?? '')
    if (!product) throw businessFailure('UNKNOWN_PRODUCT', `Not in the catalogue: ${item.sku}`)
    lines.set(item.sku, addItem(lines.get(item.sku), product, item))
  }
  return [...lines.values()]
}

const checkLines = (lines: readonly Line[]): string => {
  const currency = lines[0]?.product.currency
  if (currency === undefined) throw businessFailure('INVALID_QUANTITY', 'The order has no items')
  if (!isCurrency(currency))
    throw businessFailure(
      'UNKNOWN_PRODUCT',
      `${lines[0]?.product.sku} is priced in ${currency}, which is no currency`,
    )
  for (const { product, quantity } of lines) {
    if (product.currency !== currency)
      throw businessFailure('UNKNOWN_PRODUCT', `${product.sku} is not sold in ${currency}`)
    if (quantity > MAX_QUANTITY) {
      throw businessFailure(
        'INVALID_QUANTITY',
        `${quantity} of ${product.sku} in all; ${MAX_QUANTITY} at most`,
      )
    }
  }
  return currency
}

export interface PricedItems {
  lines: OrderLine[]
  totalCents: number
  currency: string
  flaggedSkus: string[]
}

/**
 * Lines of an order, one for each SKU: items of the same product are merged. Items of another shop's products stay apart,
 * although they share a stand-in product.
 * @throws ApplicationFailure UNKNOWN_PRODUCT, INVALID_QUANTITY
 */
export const priceItems = (
  items: readonly IntakeItem[],
  catalogue: ReadonlyMap<string, Product>,
): PricedItems => {
  const collected = collectLines(items, catalogue)
  const currency = checkLines(collected)
  const lines = collected.map((line) => ({
    sku: line.product.sku,
    name: line.foreign?.standIn?.title ?? line.product.name,
    ...(line.foreign ? { originalSku: line.foreign.sku } : {}),
    quantity: line.quantity,
    unitCents: toUnitCents(line),
    lineCents: line.lineCents,
  }))
  return {
    lines,
    totalCents: lines.reduce((sum, { lineCents }) => sum + lineCents, 0),
    currency,
    flaggedSkus: collected
      .filter(({ product }) => product.flaggedForReview)
      .map(({ product }) => product.sku),
  }
}
