'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { defineAction } from '@/app/_server/api/define-action'
import { placeOrder } from '@/app/_server/orders/place-order'
import { readCatalogue } from '@/app/_server/orders/preload-shop-page'
import { getShopMessages } from '@/app/language'
import type { OrderFormState } from '@/components/shop/order-form/order-form-state'
import type { Problem } from '@/temporal/contract/problem'
import { PlacementBody } from '@/temporal/contract/schemas/order-request'
import { findShortages, readFormValues, toErrorState, toPlacement } from './order-form'

const place = defineAction(PlacementBody, placeOrder)

/** Without JavaScript the response is a whole page, drawn for whoever is signed in now: it must not show the values. */
const isDrawnForAnother = async ({ code }: Problem): Promise<boolean> =>
  code === 'SESSION_CHANGED' && !(await headers()).has('next-action')

/** Places the order and redirects to its page, or returns the errors. @param actingAs for whom the page was drawn */
export const submitOrder = async (
  actingAs: string,
  before: OrderFormState,
  form: FormData,
): Promise<OrderFormState> => {
  const messages = await getShopMessages()
  const values = readFormValues(form)
  const after = { attempt: before.attempt + 1, formId: values.formId ?? before.formId, values }
  // Without JavaScript: renders the form again with a total.
  if (values.intent === 'total') return { ...after, errors: {}, problem: null }
  const catalogue = await readCatalogue()
  const errors = catalogue.kind === 'found' ? findShortages(values, catalogue.value, messages) : {}
  if (Object.keys(errors).length > 0) return { ...after, errors, problem: null }
  const result = await place(null, toPlacement(values), actingAs)
  // The path alone, so that the customer stays on the present host.
  if (result.ok) redirect(new URL(result.value.order.statusUrl).pathname)
  const refused = { ...after, ...toErrorState(result.problem, messages) }
  return (await isDrawnForAnother(result.problem)) ? { ...refused, values: {} } : refused
}
