/** Server actions that forms of a case post to where there is no JavaScript; given by the page. */

import type { ActionResult } from '@/temporal/contract/problem'
import type { CancelOrderResponse } from '@/temporal/contract/responses'

/** `words`: what was typed, so that a refusal loses nothing. */
export type Posted<T = unknown> = ActionResult<T> & { words?: string }

export type FormAction<T = unknown> = (before: Posted<T> | null, form: FormData) => Promise<Posted<T>>

export interface CaseActions {
  decide: FormAction
  claim: FormAction
  release: FormAction
  assign: FormAction
  comment: FormAction
  cancelOrder: FormAction<CancelOrderResponse>
}
