/** Server actions that forms of a case post to where there is no JavaScript; given by the page. */

import type { ActionResult } from '@/temporal/contract/problem'
import type { CancelOrderResponse } from '@/temporal/contract/responses'

/** `words`: what was typed, so that a refusal loses nothing. */
export type CaseFormState<T = unknown> = ActionResult<T> & { draft?: string }

export type CaseFormAction<T = unknown> = (
  before: CaseFormState<T> | null,
  form: FormData,
) => Promise<CaseFormState<T>>

export interface CaseActions {
  decide: CaseFormAction
  claim: CaseFormAction
  release: CaseFormAction
  assign: CaseFormAction
  comment: CaseFormAction
  cancelOrder: CaseFormAction<CancelOrderResponse>
}
