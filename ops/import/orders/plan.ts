/** What an import of a file would do: the orders, and why everything else is none. */

import type { Row } from '../read/row'

export interface OrderItem {
  sku: string
  quantity: number
  lineTotalCents?: number
  /** Product that the line is placed on where the shop does not know its SKU, and the title to show. */
  standIn?: { sku: string; title: string }
}

export interface ImportAddress {
  name: string
  line1: string
  line2?: string
  city?: string
  region?: string
  postalCode?: string
  country: string
}

/** Body of `POST /orders`. */
export interface OrderBody {
  email: string
  items: OrderItem[]
  shippingAddress: ImportAddress
  paymentToken: string
  /** Day in the zone of the file. */
  purchasedAt?: string
}

export interface PlannedOrder {
  key: string
  /** Keys of the rows of an order with a number: earlier releases and other mappings placed each row under its own. */
  formerKeys: string[]
  /** Order number of the file, or null. */
  number: string | null
  rows: Row[]
  body: OrderBody
  currency: string
  /** Minor units of the lines; 0 for lines with the catalogue's prices. */
  totalMinor: number
  /** ISO 8601, UTC, where the file says when and in which zone. */
  purchasedAtInstant: string | null
  /** Day and time as they stand in the file, such as `2026-12-09 00:05:00`; null without a date. */
  purchasedAtLocal: string | null
  /** Amounts and texts that are told and not imported. */
  beside: Record<string, string>
}

/** Rows that are no order, with the reason in words. */
export interface Rejection {
  /** Key of the order, or null where the rows have no number or are not one order. */
  key: string | null
  /** Key of each of `rows`, under which an earlier import may have placed it. */
  rowKeys: string[]
  number: string | null
  rows: Row[]
  reason: string
}

/** Rows that the mapping leaves out. */
export interface LeftOut {
  /** Such as `Status is "voided"`. */
  because: string
  number: string | null
  /** True where a whole order was left out, false for single rows. */
  isOrder: boolean
  rows: Row[]
}

/** A refund, which is no order. */
export interface ReturnedGoods {
  number: string | null
  /** Order number that the refund belongs to, where the file says it. */
  of: string | null
  row: Row
  /** Minor units, as a positive amount; null where it cannot be read. */
  amountMinor: number | null
  currency: string
}

export interface Plan {
  orders: PlannedOrder[]
  rejections: Rejection[]
  leftOut: LeftOut[]
  returns: ReturnedGoods[]
  /** Currency of all orders. */
  currency: string
  /** What a person should know, in sentences. */
  notices: string[]
}

/** Lines of rows in words, such as `lines 2 and 3`. */
export const linesOf = (rows: readonly Row[]): string => {
  const lines = rows.map(({ line }) => String(line))
  if (lines.length === 1) return `line ${lines[0]}`
  return `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`
}
