'use client'

import { useQuery } from '@tanstack/react-query'
import type { ApprovalData, CaseView, OrderData } from '@/temporal/contract/case'
import { caseQuery, orderQuery } from './queries'
import { askingIdOf, orderIdOf } from './related'
import { isOrder } from './words'

export interface Asking {
  view: CaseView
  data: ApprovalData
}

const askingOf = (view: CaseView | undefined): Asking | null => {
  const data: ApprovalData | OrderData | undefined = view?.caseDetails.caseData
  return view && data && !isOrder(data) ? { view, data } : null
}

/** The approval of a case and the order of a case, each with live queries of their own. */
export const useRelated = (view: CaseView) => {
  const askingId = askingIdOf(view)
  const orderId = orderIdOf(view)
  const isAskingItself = askingId === view.caseDetails.caseId
  const approval = useQuery({ ...caseQuery(askingId ?? ''), enabled: askingId !== null && !isAskingItself })
  const order = useQuery({ ...orderQuery(orderId ?? ''), enabled: orderId !== null })
  return {
    asking: askingOf(isAskingItself ? view : approval.data),
    order: order.data ?? null,
    isOrderLoading: order.isLoading,
  }
}
