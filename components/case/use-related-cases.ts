'use client'

import { useQuery } from '@tanstack/react-query'
import type { ApprovalData, CaseView, OrderData } from '@/temporal/contract/cases/case'
import { isOrder } from './case-labels'
import { applyOptimisticUpdate } from './optimistic-update'
import { caseQuery, orderQuery } from './queries'
import { getApprovalId, getOrderId } from './related-cases'
import { usePendingMutations } from './use-case-mutation'
import { useViewer } from './viewer-context'

export interface ApprovalCase {
  view: CaseView
  data: ApprovalData
}

const toApprovalCase = (view: CaseView | undefined): ApprovalCase | null => {
  const data: ApprovalData | OrderData | undefined = view?.caseDetails.caseData
  return view && data && !isOrder(data) ? { view, data } : null
}

/** Applies the pending mutations to a view; refused ones disappear. */
const useOptimisticView = (view: CaseView | undefined): CaseView | undefined => {
  const { viewer, groups } = useViewer()
  const pending = usePendingMutations(view?.caseDetails.caseId)
  if (!view || pending.length === 0) return view
  const people = groups.flatMap(({ members }) => members)
  const nowIso = new Date().toISOString()
  return pending.reduce(
    (current, mutation) => applyOptimisticUpdate(current, mutation, viewer, people, nowIso),
    view,
  )
}

/** Loads the approval and the order of a case, each by a live query. */
export const useRelatedCases = (view: CaseView) => {
  const approvalId = getApprovalId(view)
  const orderId = getOrderId(view)
  const isApproval = approvalId === view.caseDetails.caseId
  const approval = useQuery({ ...caseQuery(approvalId ?? ''), enabled: approvalId !== null && !isApproval })
  const latest = isApproval ? view : approval.data
  const optimistic = useOptimisticView(latest)
  const order = useQuery({ ...orderQuery(orderId ?? ''), enabled: orderId !== null })
  return {
    approvalCase: toApprovalCase(optimistic),
    /** The case with its pending mutations applied. */
    shown: isApproval && optimistic ? optimistic : view,
    order: order.data ?? null,
    isOrderLoading: order.isLoading,
  }
}
