/** Refusals as the wire shows them: RFC 9457 problem documents, the same for API clients, forms and pages. */

import type { ErrorCode } from './errors'

/** A field that was refused. `path` is dotted, such as `items.0.quantity`; empty for the whole input. */
export interface FieldError {
  path: string
  message: string
}

/** A problem document. Details of the refusal stand beside the members named here. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: ErrorCode
  requestId: string
  errors?: FieldError[]
  [detail: string]: unknown
}

/** What a form gets back: the verb's result, or why it was refused. */
export type ActionResult<O> = { ok: true; value: O } | { ok: false; problem: Problem }
