/** What a form of the console shows of the answer to it. */

import type { ActionResult, Problem } from '@/temporal/contract/problem'

export type FormResult = ActionResult<unknown> | null
export type FormAction = (before: FormResult, form: FormData) => Promise<ActionResult<unknown>>

/** The refusal, or null. */
export const getProblem = (result: FormResult): Problem | null =>
  result && !result.ok ? result.problem : null

/** What is wrong with one field. */
export const fieldError = (result: FormResult, field: string): string | undefined =>
  getProblem(result)?.errors?.find(({ path }) => path === field)?.message
