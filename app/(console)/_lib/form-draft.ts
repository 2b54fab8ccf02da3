import { refresh } from 'next/cache'
import type { FormState, FormStateAction } from '@/components/ui/form-draft'
import type { ActionResult } from '@/temporal/contract/problem'

/** Gives `fields` back with a refusal, and draws the page again after a success. Name no field that holds a secret. */
export const withFormDraft =
  <T>(
    fields: readonly string[],
    action: (before: unknown, form: FormData) => Promise<ActionResult<T>>,
  ): FormStateAction<T> =>
  async (_before, form: FormData): Promise<FormState<T>> => {
    const answered = await action(null, form)
    if (answered.ok) refresh()
    const typed = Object.fromEntries(fields.map((name) => [name, form.getAll(name).map(String)]))
    return { ...answered, values: answered.ok ? {} : typed }
  }
