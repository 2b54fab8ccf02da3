/** Server actions that the forms of a case post to without JavaScript; given by the page. */

import type { FormAction } from '@/components/ui/form/form-state'
import type { CancelOrderResponse, RetryResponse } from '@/temporal/contract/responses'

export interface CaseActions {
  decide: FormAction
  claim: FormAction
  release: FormAction
  takeOver: FormAction
  assign: FormAction
  comment: FormAction
  cancelOrder: FormAction<CancelOrderResponse>
  retry: FormAction<RetryResponse>
}
