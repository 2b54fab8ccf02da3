/** Converts views to rows of the projection. */

import { toBaseCaseItem, type WorkflowView } from '../../temporal/contract/cases/case'
import type { OrderView } from '../../temporal/contract/orders/order'
import { isTerminal } from '../../temporal/contract/states'
import type { cases } from '../schema/cases'
import type { orders } from '../schema/orders'
import { toSearchText } from './search-text'

export type CaseRow = typeof cases.$inferInsert
export type OrderRow = typeof orders.$inferInsert

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
    subject: item.subject,
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
    foldedVersion: view.version,
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
