import { refresh } from 'next/cache'
import { type FormAction, pickFormValues } from '@/components/ui/form/form-state'
import type { ActionResult } from '@/temporal/contract/problem'
import { PENDING_STATUS } from '@/temporal/contract/responses'

type Action<T> = (previous: unknown, form: FormData) => Promise<ActionResult<T>>

/** True where the server does not know yet whether the request was carried out. */
const isOutcomeUnknown = (value: unknown): boolean =>
  (value as { status?: unknown } | null)?.status === PENDING_STATUS

/**
 * Returns the values of `fields` with a refusal or an unknown outcome, so that the form can show them again. Name no
 * field that holds a secret.
 */
export const withFormValues =
  <T>(action: Action<T>, fields: readonly string[]): FormAction<T> =>
  async (_previous, form) => {
    const result = await action(null, form)
    return result.ok && !isOutcomeUnknown(result.value)
      ? result
      : { ...result, values: pickFormValues(form, fields) }
  }

/** `withFormValues`, and renders the page again after a success. */
export const revalidateAfter = <T>(action: Action<T>, fields: readonly string[] = []): FormAction<T> => {
  const submit = withFormValues(action, fields)
  return async (previous, form) => {
    const result = await submit(previous, form)
    if (result?.ok) refresh()
    return result
  }
}
