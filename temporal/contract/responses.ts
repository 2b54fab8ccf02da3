/** What the calls that change something answer. */

import type { ApprovalDecision } from './cases/approval'
import type { CaseView } from './cases/case'
import type { ApprovalState, OrderState } from './states'

/** Temporal did not answer in time: the request may or may not have been carried out, and may be sent again. */
export const PENDING_STATUS = 'pending'
type Pending = typeof PENDING_STATUS

/** Answer of `POST /orders`. */
export interface PlaceOrderResponse {
  orderId: string
  workflowId: string
  /** The state at placement; a repeated placement gets the first answer. */
  state: OrderState
  statusUrl: string
}

/** Answer of `POST /approvals`. */
export interface StartApprovalResponse {
  caseId: string
  workflowId: string
  state: ApprovalState
  caseUrl: string
}

/** Answer of the human-task calls. `case` is the approval as it is now, so that people see their own write. */
export interface CaseActionResponse {
  /** The id that was asked for: an order's, where its open approval was meant. */
  caseId: string
  status: ApprovalState | Pending
  message: string
  version: number | null
  case: CaseView | null
}

/** Answer of a decision, with the decision that was recorded. */
export interface DecisionResponse extends CaseActionResponse {
  decision: ApprovalDecision | null
}

/** Answer of a cancellation. The order may still be giving back stock and money. */
export interface CancelOrderResponse {
  status: OrderState | Pending
  message: string
  version: number | null
}
