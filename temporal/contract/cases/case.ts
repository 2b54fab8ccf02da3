/** A case as the wire shows it: one shape for orders and approvals, from one mapper for query, snapshot and list. */

import type { z } from 'zod'
import type { OrderView } from '../orders/order'
import type { MarkRead } from '../schemas/case'
import type {
  ApprovalDataSchema,
  CaseItemSchema,
  CaseViewSchema,
  OrderDataSchema,
} from '../schemas/case-response'
import { isTerminal } from '../states'
import { renderEntry } from './activity-stream'
import type { ApprovalView } from './approval'
import { type ActiveInteraction, toSubmitUrl } from './interaction'

/** What an open case waits for; null once nothing is waited for. */
export const WAITING_FOR = ['approver', 'customer', 'payment', 'carrier', 'system', 'attention'] as const
export type WaitingFor = (typeof WAITING_FOR)[number]

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

const getOrderWaitingFor = (view: OrderView): WaitingFor | null => {
  if (isTerminal(view.state)) return null
  if (view.attention) return 'attention'
  if (view.state === 'AWAITING_APPROVAL') return 'approver'
  if (view.state === 'AWAITING_CUSTOMER') return 'customer'
  if (view.state === 'PROCESSING_PAYMENT') return 'payment'
  return view.shipment?.shipmentId ? 'carrier' : 'system'
}

const getApprovalWaitingFor = (view: ApprovalView): WaitingFor | null => {
  if (isTerminal(view.state)) return null
  return view.state === 'WAITING_FOR_INFO' ? 'customer' : 'approver'
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
      waitingFor: getOrderWaitingFor(view),
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
    waitingFor: getApprovalWaitingFor(view),
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

/** What an approval asks right now, with where to answer. */
export const getActiveInteraction = (view: ApprovalView): ActiveInteraction | null =>
  view.interaction && !isTerminal(view.state)
    ? { ...view.interaction, submitUrl: toSubmitUrl(view.approvalId) }
    : null

/**
 * The wire's case from a view.
 * @param approval the open approval of an order, whose interaction the order's case shows
 */
export const toCaseView = (
  view: WorkflowView,
  from: { source: CaseView['source']; asOf: string; approval?: ApprovalView | null },
): CaseView => {
  const {
    number: _n,
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

/** Id of an order's approval while it is open, else null. */
export const getOpenApprovalId = (view: WorkflowView): string | null =>
  view.kind === 'order' && view.approval && !isTerminal(view.approval.state) ? view.approval.approvalId : null
