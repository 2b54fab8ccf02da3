'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '@/app/_server/api/define-action'
import { placeFormOrder } from '@/app/_server/orders/place-form-order'
import { readCatalogue } from '@/app/_server/orders/preload-shop-page'
import { getShopMessages } from '@/app/request-language'
import { CONFIRMED, type OrderFormState, readFormValues } from '@/components/shop/order-form/order-form-state'
import { PlacementBody } from '@/temporal/contract/schemas/order-request'
import { findQuantityErrors, toErrorState, toPlacement } from './order-form'
import { askAboutRepeat } from './repeat-question'

const NOTHING_WRONG = { errors: {}, problem: null, question: null, isUnanswered: false } as const

/** Places the order and redirects to its page, or returns the errors or the question to answer first. */
export const submitOrder = async (before: OrderFormState, form: FormData): Promise<OrderFormState> => {
  const messages = await getShopMessages()
  const values = readFormValues(form)
  const confirmed = form.getAll(CONFIRMED).map(String)
  const after = {
    ...NOTHING_WRONG,
    attempt: before.attempt + 1,
    formId: values.formId ?? before.formId,
    values,
    confirmed,
  }
  // Without JavaScript: renders the form again with a total.
  if (values.intent === 'total') return after
  const catalogue = await readCatalogue()
  const errors = catalogue.kind === 'found' ? findQuantityErrors(values, catalogue.value, messages) : {}
  if (Object.keys(errors).length > 0) return { ...after, errors }
  const place = defineAction(PlacementBody, (ctx, placement) => placeFormOrder(ctx, placement, confirmed))
  const result = await place(null, toPlacement(values))
  if (!result.ok) return { ...after, ...toErrorState(result.problem, messages) }
  const outcome = result.value
  if (outcome.kind === 'repeated') return { ...after, question: askAboutRepeat(outcome.order, messages) }
  // The path alone, so that the customer stays on the present host.
  redirect(new URL(outcome.placed.order.statusUrl).pathname)
}
