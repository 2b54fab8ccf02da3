/** Converts the rows of an order into the body of `POST /orders`, or into the reasons why that is impossible. */

import { minorDigits } from '../../../temporal/contract/money'
import { OrderRequest } from '../../../temporal/contract/schemas/order-request'
import type { Mapping } from '../mapping/mapping-schema'
import { quoted } from '../read/printable'
import type { Row } from '../read/row'
import { type FileDate, readDate } from '../values/date'
import { rescale } from '../values/decimal'
import { formatMinor, type MoneyFormat, parseAmount } from '../values/money'
import { readValue } from '../values/read-value'
import type { RowGroup } from './group-rows'
import type { OrderBody, OrderItem, PlannedOrder } from './plan'
import { collectProblems, InvalidOrder, type Problems } from './problems'
import { firstOf, type ReadCell } from './read-cells'
import { type OrderColumns, toAddress, toEmail } from './to-address'
import { linesOfRow, mergeItems, toItem } from './to-items'

/** What the reading of all orders of a file shares. */
export interface OrderContext {
  mapping: Mapping
  read: ReadCell
  /** ISO 4217 */
  currency: string
  /** Ids of lines that earlier orders have, with the line of the file. */
  lineIds: Map<string, number>
}

export type OrderResult =
  | { ok: true; order: Omit<PlannedOrder, 'key' | 'formerKeys'>; notes: string[] }
  | { ok: false; reason: string }

export const orderColumns = (rows: readonly Row[], read: ReadCell): OrderColumns => ({
  code: firstOf(read, rows, 'code'),
  text: firstOf(read, rows, 'text'),
})

/** The text of an order's date, as the file has it. */
export const dateText = ({ order }: Mapping, columns: OrderColumns): string =>
  readValue(order.purchasedAt, columns.code)

const toDate = (columns: OrderColumns, mapping: Mapping, problems: Problems): FileDate | null => {
  if (mapping.order.purchasedAt === undefined) return null
  const zone = readValue(mapping.timeZone, columns.code)
  const date = readDate(dateText(mapping, columns), [mapping.dateFormat].flat(), zone)
  if (typeof date !== 'string') return date
  problems.add(date)
  return null
}

/** A piece that stands twice in a file is one piece, and which of the rows is right is not for the import to say. */
const checkLineId = (row: Row, id: string, lineIds: Map<string, number>): void => {
  const before = lineIds.get(id)
  if (before !== undefined)
    throw new InvalidOrder(`the line ${quoted(id)} stands twice, in lines ${before} and ${row.line}`)
  lineIds.set(id, row.line)
}

const itemsOfRow = (row: Row, { mapping, read, currency, lineIds }: OrderContext): OrderItem[] => {
  const format: MoneyFormat = { numbers: mapping.numbers, amounts: mapping.amounts, currency }
  return linesOfRow(row, read, mapping).flatMap((line) => {
    const id = readValue(mapping.order.lineId, line.code)
    if (id !== '') checkLineId(row, id, lineIds)
    return toItem(line, mapping, format) ?? []
  })
}

const toItems = (rows: readonly Row[], context: OrderContext, problems: Problems): OrderItem[] => {
  const items = rows.flatMap((row) => problems.attempt(() => itemsOfRow(row, context)) ?? [])
  if (items.length === 0 && problems.list().length === 0) problems.add('no line is left')
  return mergeItems(items)
}

const sumOf = (items: readonly OrderItem[]): number =>
  items.reduce((sum, { lineTotalCents = 0 }) => sum + lineTotalCents, 0)

/** The file's own sum of the lines must be theirs. */
const checkSum = (
  items: readonly OrderItem[],
  columns: OrderColumns,
  context: OrderContext,
  problems: Problems,
) => {
  const { mapping, currency } = context
  if (mapping.order.linesTotal === undefined || problems.list().length > 0) return
  const text = readValue(mapping.order.linesTotal, columns.code)
  const amount = parseAmount(text, { numbers: mapping.numbers, amounts: mapping.amounts, currency })
  const expected = typeof amount === 'string' ? null : rescale(amount, minorDigits(currency), false)
  if (expected === null) problems.add(`sum of the lines ${quoted(text)} is not an amount`)
  else if (Number(expected) !== sumOf(items))
    problems.add(
      `the lines are ${formatMinor(sumOf(items), currency)}, but the file says ${formatMinor(Number(expected), currency)}`,
    )
}

/** The product's own rules, so that a dry run finds what a placement would refuse. */
const checkBody = (body: OrderBody, problems: Problems): void => {
  const parsed = OrderRequest.safeParse(body)
  for (const { message } of parsed.error?.issues ?? []) problems.add(message)
}

const readBeside = ({ order }: Mapping, columns: OrderColumns): Record<string, string> =>
  Object.fromEntries(
    Object.entries(order.beside ?? {})
      .map(([name, value]) => [name, readValue(value, columns.text)] as const)
      .filter(([, text]) => text !== ''),
  )

const toBody = (
  columns: OrderColumns,
  items: OrderItem[],
  mapping: Mapping,
  date: FileDate | null,
  problems: Problems,
): OrderBody => ({
  email: toEmail(columns, mapping, problems),
  items,
  shippingAddress: toAddress(columns, mapping, problems),
  paymentToken: readValue(mapping.order.paymentToken, columns.code),
  ...(date === null ? {} : { purchasedAt: date.day }),
})

/**
 * Reads an order.
 * @param lineRows the rows of the group that are lines, without summary rows
 */
export const toOrder = (
  { number, rows, leftOut }: RowGroup,
  lineRows: readonly Row[],
  context: OrderContext,
): OrderResult => {
  const { mapping, read, currency } = context
  const columns = orderColumns([...rows, ...leftOut], read)
  const problems = collectProblems()
  const items = toItems(lineRows, context, problems)
  checkSum(items, columns, context, problems)
  const date = toDate(columns, mapping, problems)
  const body = toBody(columns, items, mapping, date, problems)
  if (problems.list().length === 0) checkBody(body, problems)
  if (problems.list().length > 0) return { ok: false, reason: problems.list().join('; ') }
  const order = {
    number,
    rows,
    body,
    currency,
    totalMinor: sumOf(items),
    purchasedAtInstant: date?.instant ?? null,
    purchasedAtLocal: date?.local ?? null,
  }
  return {
    ok: true,
    order: { ...order, beside: readBeside(mapping, columns) },
    notes: date?.note ? [date.note] : [],
  }
}
