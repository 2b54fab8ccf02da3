/** A case as responses show it: one shape for orders and approvals, from one mapper for query, snapshot and list. */

import type { z } from 'zod'
import type { OrderView } from '../orders/order'
import type { MarkRead } from '../schemas/case-request'
import type {
  ApprovalDataSchema,
  CaseItemSchema,
  CaseViewSchema,
  OrderDataSchema,
} from '../schemas/case-response'
import { isTerminal, WAITING_FOR_BY_STATE, type WaitingFor } from '../states'
import { renderEntry } from './activity-stream'
import type { ApprovalView } from './approval'
import { toSubject } from './case-subject'
import { type ActiveInteraction, toSubmitUrl } from './interaction'

export type CaseItem = z.output<typeof CaseItemSchema>

/** A row of a list without what depends on the reader. */
export type BaseCaseItem = Omit<CaseItem, 'interactionId' | 'isUnread'>

/** The version of a case that somebody read; version 0 marks it as unread again. */
export type CaseReadMark = MarkRead['cases'][number]

export type OrderData = z.output<typeof OrderDataSchema>
export type ApprovalData = z.output<typeof ApprovalDataSchema>

export type WorkflowView = OrderView | ApprovalView

/** `source` tells a live query from a stored snapshot, which is as old as `asOf`. */
export type CaseView = z.output<typeof CaseViewSchema>
export type CaseDetails = CaseView['caseDetails']
export type CaseSummary = Omit<CaseDetails, 'caseData'>

export const getCaseId = (view: WorkflowView): string =>
  view.kind === 'order' ? view.orderId : view.approvalId

const getWaitingFor = (view: WorkflowView): WaitingFor | null => {
  if (isTerminal(view.state)) return null
  if (view.kind === 'order' && view.attention) return 'attention'
  const hasShipment = view.kind === 'order' && view.shipment?.shipmentId
  return WAITING_FOR_BY_STATE[view.state] ?? (hasShipment ? 'carrier' : 'system')
}

/** People see an order by its number; titles reach Visibility and hold no personal data. */
export const orderTitle = (number: string): string => `Order ${number}`

/** The list row of a view. */
export const toBaseCaseItem = (view: WorkflowView): BaseCaseItem => {
  const shared = {
    caseId: getCaseId(view),
    kind: view.kind,
    status: view.state,
    createdAt: view.createdAt,
    updatedAt: view.updatedAt,
    version: view.version,
    number: view.number,
    subject: toSubject(view),
    waitingFor: getWaitingFor(view),
  }
  if (view.kind === 'order') {
    return {
      ...shared,
      caseTitle: orderTitle(view.number),
      submitter: [view.customer],
      assignee: [],
      dueAt: null,
      amountCents: view.totalCents,
      currency: view.currency,
      group: null,
      priority: 0,
    }
  }
  return {
    ...shared,
    caseTitle: view.title,
    submitter: [view.requester],
    assignee: view.assignee ? [view.assignee] : [],
    dueAt: view.dueAt,
    amountCents: view.amountCents,
    currency: view.currency,
    group: view.group,
    priority: view.priority,
  }
}

const toCaseData = (view: WorkflowView): OrderData | ApprovalData => {
  if (view.kind === 'order') {
    const { stream: _s, kind: _k, version: _v, createdAt: _c, updatedAt: _u, ...data } = view
    return data
  }
  const {
    stream: _s,
    kind: _k,
    version: _v,
    createdAt: _c,
    updatedAt: _u,
    interaction: _i,
    requestHash: _h,
    ...data
  } = view
  return data
}

/** The open interaction of an approval, with the URL for the answer; null where there is none. */
export const getActiveInteraction = (view: ApprovalView): ActiveInteraction | null =>
  view.interaction && !isTerminal(view.state)
    ? { ...view.interaction, submitUrl: toSubmitUrl(view.approvalId) }
    : null

/**
 * The case of a response, from a view.
 * @param approval the open approval of an order, whose interaction the order's case shows
 */
export const toCaseView = (
  view: WorkflowView,
  from: { source: CaseView['source']; asOf: string; approval?: ApprovalView | null },
): CaseView => {
  const {
    number: _n,
    subject: _s,
    amountCents: _a,
    currency: _c,
    group: _g,
    priority: _p,
    waitingFor: _w,
    ...summary
  } = toBaseCaseItem(view)
  const asking = view.kind === 'approval' ? view : from.approval
  return {
    caseDetails: { ...summary, caseData: toCaseData(view) },
    activityStream: view.stream.map(renderEntry),
    activeInteraction: asking ? getActiveInteraction(asking) : null,
    source: from.source,
    asOf: from.asOf,
  }
}

/** Id of an order's approval while that is open, else null. */
export const getOpenApprovalId = (view: WorkflowView): string | null =>
  view.kind === 'order' && view.approval && !isTerminal(view.approval.state) ? view.approval.approvalId : null
