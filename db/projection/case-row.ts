/** Converts views to rows of the projection. */

import type { WorkflowView } from '../../temporal/contract/cases/case'
import { toBaseCaseItem } from '../../temporal/contract/cases/case'
import type { OrderLine, OrderView } from '../../temporal/contract/orders/order'
import { isTerminal } from '../../temporal/contract/states'
import type { cases } from '../schema/cases'
import type { orders } from '../schema/orders'

export type CaseRow = typeof cases.$inferInsert
export type OrderRow = typeof orders.$inferInsert

const relatedIds = (view: WorkflowView): (string | null | undefined)[] =>
  view.kind === 'order' ? [view.approval?.approvalId, view.shipment?.shipmentId] : [view.orderId]

const productTexts = (lines: readonly (Partial<OrderLine> | null)[]): (string | undefined)[] =>
  lines.flatMap((line) => [line?.name, line?.sku])

/** Names and SKUs of the ordered products; an approval has its order's lines in its payload. */
const orderedProductTexts = (view: WorkflowView): (string | undefined)[] => {
  if (view.kind === 'order') return productTexts(view.lines)
  const { lines } = view.payload
  return view.orderId && Array.isArray(lines) ? productTexts(lines as (Partial<OrderLine> | null)[]) : []
}

/** The text that `q` searches, except the customer's e-mail: title, people, ids and products, in lower case. */
const toSearchText = (view: WorkflowView): string => {
  const { caseTitle, number, submitter, assignee } = toBaseCaseItem(view)
  const people = [...submitter, ...assignee].map(({ name }) => name)
  const texts = [
    caseTitle,
    number,
    ...people,
    view.workflowId,
    ...relatedIds(view),
    ...orderedProductTexts(view),
  ]
  return [...new Set(texts.filter(Boolean))].join('\n').toLowerCase()
}

/** The row of `cases`. */
export const toCaseRow = (view: WorkflowView): CaseRow => {
  const item = toBaseCaseItem(view)
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
    searchText: toSearchText(view),
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
    runId: view.runId,
    version: view.version,
    snapshot: view,
    requestHash: view.kind === 'approval' ? view.requestHash : null,
  }
}

/** The row of `orders`. */
export const toOrderRow = (view: OrderView): OrderRow => ({
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
