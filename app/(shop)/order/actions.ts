'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '@/app/_server/api/define-action'
import { placeOrder } from '@/app/_server/orders/place-order'
import { readCatalogue } from '@/app/_server/orders/preload-shop-page'
import { getShopMessages } from '@/app/request-language'
import type { OrderFormState } from '@/components/shop/order-form/order-form-state'
import { PlacementBody } from '@/temporal/contract/schemas/order-request'
import { findQuantityErrors, readFormValues, toErrorState, toPlacement } from './order-form'

const place = defineAction(PlacementBody, placeOrder)

/** Places the order and redirects to its page, or returns the errors. */
export const submitOrder = async (before: OrderFormState, form: FormData): Promise<OrderFormState> => {
  const messages = await getShopMessages()
  const values = readFormValues(form)
  const after = { attempt: before.attempt + 1, formId: values.formId ?? before.formId, values }
  // Without JavaScript: renders the form again with a total.
  if (values.intent === 'total') return { ...after, errors: {}, problem: null }
  const catalogue = await readCatalogue()
  const errors = catalogue.kind === 'found' ? findQuantityErrors(values, catalogue.value, messages) : {}
  if (Object.keys(errors).length > 0) return { ...after, errors, problem: null }
  const result = await place(null, toPlacement(values))
  // The path alone, so that the customer stays on the present host.
  if (result.ok) redirect(new URL(result.value.order.statusUrl).pathname)
  return { ...after, ...toErrorState(result.problem, messages) }
}
