'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '@/app/_server/api/define-action'
import { placeOrder } from '@/app/_server/orders/place-order'
import { readCatalogue } from '@/app/_server/orders/preload-shop-page'
import { getShopLanguage, getShopMessages } from '@/app/language'
import { addressErrorsFor } from '@/components/shop/messages/address-errors'
import type { OrderFormState } from '@/components/shop/order-form/order-form-state'
import { PlacementBody } from '@/temporal/contract/schemas/order-request'
import { askAboutAddress, toAddressState, toPartErrors } from './address-form'
import { findFieldErrors, findShortages, readFormValues, toErrorState, toPlacement } from './order-form'

const place = defineAction(PlacementBody, placeOrder)

/** Places the order and redirects to its page, or returns the errors. */
export const submitOrder = async (before: OrderFormState, form: FormData): Promise<OrderFormState> => {
  const messages = await getShopMessages()
  const values = readFormValues(form)
  const address = toAddressState(values)
  const after = { attempt: before.attempt + 1, formId: values.formId ?? before.formId, values, address }
  // Without JavaScript: renders the form again with a total, or with the fields of the chosen country.
  if (values.intent === 'total' || values.intent === 'country') return { ...after, errors: {}, problem: null }
  const catalogue = await readCatalogue()
  const addressErrors = addressErrorsFor(await getShopLanguage())
  const partErrors = toPartErrors(values, addressErrors)
  const errors = {
    ...(catalogue.kind === 'found' ? findShortages(values, catalogue.value, messages) : {}),
    ...askAboutAddress(values, addressErrors, messages.locale),
  }
  if (Object.keys(errors).length > 0)
    return {
      ...after,
      errors: { ...findFieldErrors(values, messages, partErrors), ...errors },
      problem: null,
    }
  const result = await place(null, toPlacement(values))
  // The path alone, so that the customer stays on the present host.
  if (result.ok) redirect(new URL(result.value.order.statusUrl).pathname)
  return { ...after, ...toErrorState(result.problem, messages, partErrors) }
}
