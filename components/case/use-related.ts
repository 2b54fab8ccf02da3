'use client'

import { useQuery } from '@tanstack/react-query'
import type { ApprovalData, CaseView, OrderData } from '@/temporal/contract/cases/case'
import { foresee } from './foresee'
import { caseQuery, orderQuery } from './queries'
import { askingIdOf, orderIdOf } from './related'
import { usePressesUnderWay } from './use-press'
import { useViewing } from './viewer'
import { isOrder } from './words'

export interface Asking {
  view: CaseView
  data: ApprovalData
}

const askingOf = (view: CaseView | undefined): Asking | null => {
  const data: ApprovalData | OrderData | undefined = view?.caseDetails.caseData
  return view && data && !isOrder(data) ? { view, data } : null
}

/** A view with what was pressed and is not answered yet; what is refused is gone again by itself. */
const useForeseen = (view: CaseView | undefined): CaseView | undefined => {
  const { viewer, groups } = useViewing()
  const presses = usePressesUnderWay(view?.caseDetails.caseId)
  if (!view || presses.length === 0) return view
  const people = groups.flatMap(({ members }) => members)
  const nowIso = new Date().toISOString()
  return presses.reduce((seen, press) => foresee(seen, press, viewer, people, nowIso), view)
}

/** The approval of a case and the order of a case, each with live queries of their own. */
export const useRelated = (view: CaseView) => {
  const askingId = askingIdOf(view)
  const orderId = orderIdOf(view)
  const isAskingItself = askingId === view.caseDetails.caseId
  const approval = useQuery({ ...caseQuery(askingId ?? ''), enabled: askingId !== null && !isAskingItself })
  const known = isAskingItself ? view : approval.data
  const asking = useForeseen(known)
  const order = useQuery({ ...orderQuery(orderId ?? ''), enabled: orderId !== null })
  return {
    asking: askingOf(asking),
    /** The case as it will be once what is on its way has arrived. */
    shown: isAskingItself && asking ? asking : view,
    order: order.data ?? null,
    isOrderLoading: order.isLoading,
  }
}
