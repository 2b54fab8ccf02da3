/** Rows of the projection from a view. */

import type { View } from '../temporal/contract/case'
import { itemOf } from '../temporal/contract/case'
import type { OrderLine, OrderView } from '../temporal/contract/order'
import { isTerminal } from '../temporal/contract/states'
import type { cases } from './schema/cases'
import type { orders } from './schema/orders'

export type CaseRow = typeof cases.$inferInsert
export type OrderRow = typeof orders.$inferInsert

/** Postgres refuses these characters in text and jsonb, and a row that is refused would be retried for ever. */
const UNSTORABLE = /\0|\p{Surrogate}/gu

/** A copy of plain JSON without the characters that Postgres cannot store. */
export const storable = <T>(value: T): T => {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '\u{FFFD}') as T
  if (Array.isArray(value)) return value.map(storable) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storable(key), storable(part)])) as T
}

const relatedIds = (view: View): (string | null | undefined)[] =>
  view.kind === 'order' ? [view.approval?.approvalId, view.shipment?.shipmentId] : [view.orderId]

const productsOf = (lines: readonly (Partial<OrderLine> | null)[]): (string | undefined)[] =>
  lines.flatMap((line) => [line?.name, line?.sku])

/** Names and SKUs of what was ordered; an order's approval was told them when it was asked. */
const orderedProducts = (view: View): (string | undefined)[] => {
  if (view.kind === 'order') return productsOf(view.lines)
  const { lines } = view.payload
  return view.orderId && Array.isArray(lines) ? productsOf(lines as (Partial<OrderLine> | null)[]) : []
}

/** What `q` looks in, but for the customer's e-mail: title, people, ids and products, lower case, each once. */
const searchTextOf = (view: View): string => {
  const { caseTitle, number, submitter, assignee } = itemOf(view)
  const people = [...submitter, ...assignee].map(({ name }) => name)
  const parts = [caseTitle, number, ...people, view.workflowId, ...relatedIds(view), ...orderedProducts(view)]
  return [...new Set(parts.filter(Boolean))].join('\n').toLowerCase()
}

/** The row of `cases`. */
export const caseRowOf = (view: View): CaseRow => {
  const item = itemOf(view)
  const assignee = item.assignee[0] ?? null
  return {
    caseId: item.caseId,
    kind: view.kind,
    state: view.state,
    isOpen: !isTerminal(view.state),
    number: item.number,
    title: item.caseTitle,
    submitter: item.submitter[0] ?? { name: '' },
    assignee,
    assigneeId: assignee?.id ?? null,
    groupId: item.group,
    priority: item.priority,
    amountCents: item.amountCents,
    currency: item.currency,
    waitingFor: item.waitingFor,
    dueAt: item.dueAt,
    orderId: view.kind === 'approval' ? view.orderId : null,
    searchText: searchTextOf(view),
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
    runId: view.runId,
    version: view.version,
    snapshot: view,
    requestHash: view.kind === 'approval' ? view.requestHash : null,
  }
}

/** The row of `orders`. */
export const orderRowOf = (view: OrderView): OrderRow => ({
  orderId: view.orderId,
  number: view.number,
  temporalWorkflowId: view.workflowId,
  state: view.state,
  totalCents: view.totalCents,
  chargedCents: view.payment.chargedCents,
  refundedCents: view.payment.refundedCents,
  currency: view.currency,
  outcome: view.outcome,
  purchasedAt: view.purchasedAt,
  version: view.version,
  createdAt: view.createdAt,
  updatedAt: view.updatedAt,
  closedAt: isTerminal(view.state) ? view.updatedAt : null,
})
