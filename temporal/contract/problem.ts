/** Refusals as the wire shows them: RFC 9457 problem documents, the same for API clients, forms and pages. */

import type { z } from 'zod'
import type { ProblemSchema } from './schemas/problem-response'

export type Problem = z.output<typeof ProblemSchema>

/** An invalid field. `path` is dotted, such as `items.0.quantity`; empty for the whole input. */
export type FieldError = NonNullable<Problem['errors']>[number]

/** Result of a form's action: the verb's result, or the problem. */
export type ActionResult<O> = { ok: true; value: O } | { ok: false; problem: Problem }
