/** The cases beside a case: the approval it asks through, the order it is about. */

import type { CaseView } from '@/temporal/contract/cases/case'
import { isOrder } from './case-labels'

/** Id of the approval that a case asks, or asked, through: its own, or that of its order. */
export const getApprovalId = ({ caseDetails: { caseData } }: CaseView): string | null => {
  return isOrder(caseData) ? (caseData.approval?.approvalId ?? null) : caseData.approvalId
}

/** Id of the order that a case is about, or null. */
export const getOrderId = ({ caseDetails: { caseData } }: CaseView): string | null => caseData.orderId
