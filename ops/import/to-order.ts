/** Converts a row into the body of `POST /orders`, or into the reason why that is impossible. */

import { type Address, MAX_QUANTITY } from '../../temporal/contract/orders/order'
import { interpolate, type Mapping } from './mapping'
import { parseCents, parseDate, parseQuantity } from './parse-values'
import type { Row } from './rows'

export interface OrderBody {
  email: string
  items: { sku: string; quantity: number; lineTotalCents?: number }[]
  shippingAddress: Address
  paymentToken: string
  purchasedAt?: string
}

export type RowOrder = { ok: true; body: OrderBody; totalCents: number } | { ok: false; reason: string }

/** Thrown in this file only; its message is the reason in the file of rejects. */
class InvalidRowError extends Error {}

const requireValue = <T>(value: T | null, reason: string): T => {
  if (value === null) throw new InvalidRowError(reason)
  return value
}

const toAddress = (
  templates: Mapping['order']['shippingAddress'],
  values: Record<string, string>,
): Address => {
  const filled = Object.entries(templates).map(
    ([field, text]) => [field, interpolate(text ?? '', values)] as const,
  )
  const { line2, region, ...needed } = Object.fromEntries(filled) as unknown as Address
  const empty = Object.entries(needed).find(([, value]) => value === '')
  if (empty) throw new InvalidRowError(`the address has no ${empty[0]}`)
  return { ...needed, ...(line2 ? { line2 } : {}), ...(region ? { region } : {}) }
}

const toOrderBody = (values: Record<string, string>, { order, dateFormat }: Mapping): OrderBody => {
  const quantityText = interpolate(order.quantity, values)
  const quantity = requireValue(
    parseQuantity(quantityText),
    `quantity "${quantityText}" is not a whole number from 1 to ${MAX_QUANTITY}`,
  )
  const totalText = order.lineTotal === undefined ? undefined : interpolate(order.lineTotal, values)
  const dateText = order.purchasedAt === undefined ? undefined : interpolate(order.purchasedAt, values)
  const lineTotalCents =
    totalText === undefined
      ? undefined
      : requireValue(parseCents(totalText), `total "${totalText}" is not an amount with up to two decimals`)
  const purchasedAt =
    dateText === undefined
      ? undefined
      : requireValue(
          parseDate(dateText, dateFormat),
          `date "${dateText}" is not a day written as ${dateFormat}`,
        )
  return {
    email: interpolate(order.email, values),
    items: [
      {
        sku: interpolate(order.sku, values),
        quantity,
        ...(lineTotalCents === undefined ? {} : { lineTotalCents }),
      },
    ],
    shippingAddress: toAddress(order.shippingAddress, values),
    paymentToken: interpolate(order.paymentToken, values),
    ...(purchasedAt === undefined ? {} : { purchasedAt }),
  }
}

/**
 * Converts a row into an order.
 * @param columns names of the columns in order
 */
export const toOrder = (row: Row, columns: readonly string[], mapping: Mapping): RowOrder => {
  if (row.error) return { ok: false, reason: row.error }
  if (row.fields.length !== columns.length)
    return { ok: false, reason: `${row.fields.length} columns instead of ${columns.length}` }
  try {
    const values = Object.fromEntries(columns.map((column, index) => [column, row.fields[index] ?? '']))
    const body = toOrderBody(values, mapping)
    return { ok: true, body, totalCents: body.items[0]?.lineTotalCents ?? 0 }
  } catch (error) {
    if (!(error instanceof InvalidRowError)) throw error
    return { ok: false, reason: error.message }
  }
}
