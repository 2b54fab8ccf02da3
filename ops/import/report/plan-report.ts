/** The plan of an import in words: what a dry run prints. */

import {
  type LeftOut,
  linesOf,
  type Plan,
  type PlannedOrder,
  type Rejection,
  type ReturnedGoods,
} from '../orders/plan'
import { printable } from '../read/printable'
import { formatMinor } from '../values/money'

const SHOWN_ORDERS = 3

const formatCount = (value: number): string => value.toLocaleString('en-US')
const counted = (count: number, what: string): string =>
  `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`

const nameOf = ({ number, rows }: Pick<PlannedOrder, 'number' | 'rows'>): string =>
  number === null ? linesOf(rows) : `${number} (${linesOf(rows)})`

const addressOf = ({ body: { shippingAddress: to } }: PlannedOrder): string =>
  [to.name, to.line1, to.line2, to.postalCode, to.city, to.region, to.country].filter(Boolean).join(', ')

const linesOfOrder = ({ body, currency }: PlannedOrder): string[] =>
  body.items.map(({ sku, quantity, lineTotalCents, standIn }) => {
    const price =
      lineTotalCents === undefined ? 'at the price of the catalogue' : formatMinor(lineTotalCents, currency)
    return `    ${quantity} × ${sku}  ${price}${standIn ? `  "${standIn.title}", on ${standIn.sku} where the catalogue does not have it` : ''}`
  })

const describeOrder = (order: PlannedOrder): string => {
  const { body, beside, totalMinor, currency, purchasedAtInstant, purchasedAtLocal } = order
  const when =
    purchasedAtLocal === null
      ? ''
      : `, ${purchasedAtLocal}${purchasedAtInstant === null ? '' : ` (${purchasedAtInstant})`}`
  const told = Object.entries(beside).map(([name, text]) => `${name} ${text}`)
  return [
    `  ${nameOf(order)}${when}, ${formatMinor(totalMinor, currency)}`,
    `    ${addressOf(order)}, ${body.email}`,
    ...linesOfOrder(order),
    ...(told.length > 0 ? [`    told, not imported: ${told.join(', ')}`] : []),
  ].join('\n')
}

/** The first orders as they would be placed. */
export const firstOrders = ({ orders }: Plan): string[] => orders.slice(0, SHOWN_ORDERS).map(describeOrder)

/** Number, lines and sum of the orders. */
export const sumsOf = ({ orders, currency }: Plan): string => {
  const lines = orders.reduce((sum, { body }) => sum + body.items.length, 0)
  const total = orders.reduce((sum, { totalMinor }) => sum + totalMinor, 0)
  return `${counted(orders.length, 'order')} of ${counted(lines, 'line')}, ${formatMinor(total, currency)} in all (${total} in the smallest unit).`
}

export const describeRejection = ({ number, rows, reason }: Rejection): string =>
  `  ${nameOf({ number, rows })}: ${reason}`

const describeReturn = ({ number, of, row, amountMinor, currency }: ReturnedGoods): string => {
  const amount = amountMinor === null ? 'an amount that cannot be read' : formatMinor(amountMinor, currency)
  return `  ${nameOf({ number, rows: [row] })}: a return of ${amount}${of === null ? '' : ` for ${of}`}`
}

const groupLeftOut = (leftOut: readonly LeftOut[]): string[] => {
  const groups = new Map<string, LeftOut[]>()
  for (const entry of leftOut) groups.set(entry.because, [...(groups.get(entry.because) ?? []), entry])
  return [...groups].map(([because, entries]) => {
    const orders = entries.filter(({ isOrder }) => isOrder).length
    const what = orders > 0 ? counted(orders, 'order') : counted(entries.length, 'row')
    const names = entries.slice(0, SHOWN_ORDERS).map(({ number, rows }) => nameOf({ number, rows }))
    return `  ${what}, since ${because}: ${names.join('; ')}${entries.length > names.length ? ' …' : ''}`
  })
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines]

/** What is no order: left out, returned, and what a person should know. */
export const besidesOrders = ({ leftOut, returns, notices }: Plan): string[] =>
  [
    ...section('Left out by the mapping:', groupLeftOut(leftOut)),
    ...section('Returns, which are no orders:', returns.map(describeReturn)),
    ...section(
      'Notices:',
      notices.map((notice) => `  ${notice}`),
    ),
  ].map((line) => printable(line))

/** The whole report of a dry run. */
export const planReport = (plan: Plan): string[] => {
  const rejected = plan.rejections.reduce((sum, { rows }) => sum + rows.length, 0)
  return [
    ...section(
      'First orders:',
      firstOrders(plan).flatMap((text) => text.split('\n').map(printable)),
    ),
    sumsOf(plan),
    ...besidesOrders(plan),
    ...section(
      `Rejected: ${counted(plan.rejections.length, 'order')}, ${counted(rejected, 'row')}:`,
      plan.rejections.map(describeRejection).map(printable),
    ),
  ]
}
