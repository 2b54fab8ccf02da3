/** What a form keeps of what was typed, so that a refusal loses nothing. Secrets are never among it. */

import type { ActionResult } from '@/temporal/contract/problem'

export type FormValues = Readonly<Record<string, readonly string[]>>

/** An answer with the words that led to it; null before the first. */
export type FormState<T = unknown> = (ActionResult<T> & { values: FormValues }) | null
export type FormStateAction<T = unknown> = (before: unknown, form: FormData) => Promise<FormState<T>>

/** What stands in a field: what was typed before a refusal, else `start`. */
export const fieldValue = (state: FormState, name: string, start = ''): string =>
  state && !state.ok ? (state.values[name]?.[0] ?? '') : start

/** Which boxes are ticked. */
export const fieldValues = (
  state: FormState,
  name: string,
  start: readonly string[] = [],
): readonly string[] => (state && !state.ok ? (state.values[name] ?? []) : start)

/** Changes with every answer: fields that are drawn anew show what was kept. */
export const fieldsKey = (state: FormState): string =>
  state === null ? 'first' : state.ok ? 'done' : state.problem.requestId
