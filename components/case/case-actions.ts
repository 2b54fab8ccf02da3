/** Server actions that the forms of a case post to without JavaScript; given by the page. */

import type { CancelOrderResponse } from '@/temporal/contract/responses'
import type { FormAction } from '../ui/form/form-state'

export interface CaseActions {
  decide: FormAction
  claim: FormAction
  release: FormAction
  assign: FormAction
  comment: FormAction
  cancelOrder: FormAction<CancelOrderResponse>
}
