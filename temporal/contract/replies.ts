/** What the calls that change something answer. */

import type { ApprovalDecision } from './approval'
import type { CaseView } from './case'
import type { ApprovalState, OrderState } from './states'

/** Temporal did not answer in time: the request may or may not have been carried out, and may be sent again. */
export const PENDING_STATUS = 'pending'
type Pending = typeof PENDING_STATUS

/** Answer of `POST /orders`. */
export interface PlacedOrder {
  orderId: string
  workflowId: string
  /** The state at placement; a repeated placement gets the first answer. */
  state: OrderState
  statusUrl: string
}

/** Answer of `POST /approvals`. */
export interface StartedApproval {
  caseId: string
  workflowId: string
  state: ApprovalState
  caseUrl: string
}

/** Answer of the human-task calls. `case` is the approval as it is now, so that people see their own write. */
export interface CaseReply {
  /** The id that was asked for: an order's, where its open approval was meant. */
  caseId: string
  status: ApprovalState | Pending
  message: string
  version: number | null
  case: CaseView | null
}

/** Answer of a decision, with the decision that was recorded. */
export interface DecisionReply extends CaseReply {
  decision: ApprovalDecision | null
}

/** Answer of a cancellation. The order may still be giving back stock and money. */
export interface CancelReply {
  status: OrderState | Pending
  message: string
  version: number | null
}
