/** What a form of the console shows of the answer to it. */

import type { ActionResult, Problem } from '@/temporal/contract/problem'

export type Answered = ActionResult<unknown> | null
export type FormAction = (before: Answered, form: FormData) => Promise<ActionResult<unknown>>

/** The refusal, or null. */
export const problemOf = (answered: Answered): Problem | null =>
  answered && !answered.ok ? answered.problem : null

/** What is wrong with one field. */
export const fieldError = (answered: Answered, field: string): string | undefined =>
  problemOf(answered)?.errors?.find(({ path }) => path === field)?.message
