/** Ids of related cases: the approval of an order, the order of an approval. */

import type { CaseView } from '@/temporal/contract/cases/case'
import { isOrder } from './case-labels'

/** Id of the approval of a case, or null: its own, or that of its order. */
export const getApprovalId = ({ caseDetails: { caseData } }: CaseView): string | null => {
  return isOrder(caseData) ? (caseData.approval?.approvalId ?? null) : caseData.approvalId
}

/** Id of the order of a case, or null. */
export const getOrderId = ({ caseDetails: { caseData } }: CaseView): string | null => caseData.orderId
