/** Server actions that forms of a case post to where there is no JavaScript; given by the page. */

import type { ActionResult } from '@/temporal/contract/problem'

/** `words`: what was typed, so that a refusal loses nothing. */
export type Posted = ActionResult<unknown> & { words?: string }

export type FormAction = (before: Posted | null, form: FormData) => Promise<Posted>

export interface CaseActions {
  decide: FormAction
  claim: FormAction
  release: FormAction
  assign: FormAction
  comment: FormAction
}
