/** State of a form that posts to a server action. */

import type { ActionResult, Problem } from '@/temporal/contract/problem'

/** Submitted values by field name. Secrets are never in it. */
export type FormValues = Readonly<Record<string, readonly string[]>>

/** Result of the last submission with the values to show again after a refusal; null before the first one. */
export type FormState<T = unknown> = (ActionResult<T> & { values?: FormValues }) | null
export type FormAction<T = unknown> = (previous: unknown, form: FormData) => Promise<FormState<T>>

/** What the fields of a form read. A name without values shows its initial value. */
export interface FormFields {
  values: Readonly<Record<string, string | readonly string[]>>
  errors: Readonly<Record<string, string>>
}

/** The refusal, or null. */
export const getProblem = (state: FormState): Problem | null => (state && !state.ok ? state.problem : null)

const NO_VALUES: FormValues = {}

/** Values and errors by field name. After a success the fields show their initial values again. */
export const toFormFields = (state: FormState): FormFields => ({
  values: (state && !state.ok && state.values) || NO_VALUES,
  // The first error of a field wins: a field shows one.
  errors: Object.fromEntries(
    (getProblem(state)?.errors ?? []).toReversed().map(({ path, message }) => [path, message]),
  ),
})

/**
 * The state after a submission without an answer. Its fields start from the same values as before: fields that start
 * from others are made anew, without what was typed meanwhile and without the focus. `Form` does not clear them.
 */
export const withoutAnswer = (previous: FormState, problem: Problem): FormState<never> => ({
  ok: false,
  problem,
  ...(previous && !previous.ok && previous.values && { values: previous.values }),
})

/** All values of a field, such as the ticked boxes of a group. */
export const fieldValues = (
  form: FormFields | undefined,
  name: string,
  initial: readonly string[] = [],
): readonly string[] => {
  const value = form?.values[name]
  if (value === undefined) return initial
  return typeof value === 'string' ? [value] : value
}

/** The value of a field. */
export const fieldValue = (form: FormFields | undefined, name: string, initial = ''): string =>
  fieldValues(form, name, [initial])[0] ?? ''

/** The submitted values of `names`, for a state that goes back to the form. Name no field that holds a secret. */
export const pickFormValues = (form: FormData, names: readonly string[]): FormValues =>
  Object.fromEntries(names.map((name) => [name, form.getAll(name).map(String)]))
