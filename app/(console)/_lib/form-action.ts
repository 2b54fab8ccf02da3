import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { type FormAction, pickFormValues } from '@/components/ui/form/form-state'
import type { ActionResult } from '@/temporal/contract/problem'
import { PENDING_STATUS } from '@/temporal/contract/responses'

type Action<T> = (previous: unknown, form: FormData, actingAs: string) => Promise<ActionResult<T>>

/** A form's action before a page has said for whom it is drawn, see `actingAs`. */
export type PageAction<T> = (
  actingAs: string,
  ...form: Parameters<FormAction<T>>
) => ReturnType<FormAction<T>>

/** True where the server does not know yet whether the request was carried out. */
const isOutcomeUnknown = (value: unknown): boolean =>
  (value as { status?: unknown } | null)?.status === PENDING_STATUS

/** Without JavaScript the response is a whole page, drawn for whoever is signed in now: it must not show the text. */
const isShownToAnother = async <T>(result: ActionResult<T>): Promise<boolean> =>
  !result.ok && result.problem.code === 'SESSION_CHANGED' && !(await headers()).has('next-action')

/**
 * Returns the values of `fields` with a refusal or an unknown outcome, so that the form can show them again. Name no
 * field that holds a secret.
 */
export const withFormValues =
  <T>(action: Action<T>, fields: readonly string[]): PageAction<T> =>
  async (actingAs, _previous, form) => {
    const result = await action(null, form, actingAs)
    const isDone = result.ok && !isOutcomeUnknown(result.value)
    if (isDone || (await isShownToAnother(result))) return result
    return { ...result, values: pickFormValues(form, fields) }
  }

/** `withFormValues`, and renders the page again after a success. */
export const revalidateAfter = <T>(action: Action<T>, fields: readonly string[] = []): PageAction<T> => {
  const submit = withFormValues(action, fields)
  return async (actingAs, previous, form) => {
    const result = await submit(actingAs, previous, form)
    if (result?.ok) refresh()
    return result
  }
}
