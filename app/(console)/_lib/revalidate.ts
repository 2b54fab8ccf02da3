import { refresh } from 'next/cache'
import type { FormAction } from '@/components/ui/form-result'

/** Draws the page again once the action has changed something. */
export const revalidateAfter =
  (action: FormAction): FormAction =>
  async (before, form) => {
    const answered = await action(before, form)
    if (answered.ok) refresh()
    return answered
  }
