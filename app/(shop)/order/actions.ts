'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { defineAction } from '@/app/_server/api/define-action'
import { isOrderStored, placeFormOrder } from '@/app/_server/orders/place-form-order'
import { readCatalogue } from '@/app/_server/orders/preload-shop-page'
import { getShopLanguage, getShopMessages } from '@/app/request-language'
import { addressErrorsFor } from '@/components/shop/messages/address-errors'
import { CONFIRMED, type OrderFormState, readFormValues } from '@/components/shop/order-form/order-form-state'
import type { Problem } from '@/temporal/contract/problem'
import { PlacementBody } from '@/temporal/contract/schemas/order-request'
import { askAboutAddress, dropForeignRegion, toAddressState, toPartErrors } from './address-form'
import { findFieldErrors, findQuantityErrors, toErrorState, toPlacement } from './order-form'
import { askAboutRepeat } from './repeat-question'

const NOTHING_WRONG = { errors: {}, problem: null, question: null, isUnanswered: false } as const

const isEmpty = (errors: object): boolean => Object.keys(errors).length === 0

/** Without JavaScript the response is a whole page, drawn for whoever is signed in now: it must not show the values. */
const isDrawnForAnother = async ({ code }: Problem): Promise<boolean> =>
  code === 'SESSION_CHANGED' && !(await headers()).has('next-action')

/**
 * Places the order and redirects to its page, or returns the errors or the question to answer first.
 * @param actingAs for whom the page was drawn
 */
export const submitOrder = async (
  actingAs: string,
  before: OrderFormState,
  form: FormData,
): Promise<OrderFormState> => {
  const messages = await getShopMessages()
  const values = dropForeignRegion(readFormValues(form))
  const confirmed = form.getAll(CONFIRMED).map(String)
  const after = {
    ...NOTHING_WRONG,
    attempt: before.attempt + 1,
    formId: values.formId ?? before.formId,
    values,
    address: toAddressState(values),
    confirmed,
  }
  // Without JavaScript: renders the form again with a total, or with the fields of the chosen country.
  if (values.intent === 'total' || values.intent === 'country') return after
  const catalogue = await readCatalogue()
  const addressErrors = addressErrorsFor(await getShopLanguage())
  const partErrors = toPartErrors(values, addressErrors)
  const quantityErrors =
    catalogue.kind === 'found' ? findQuantityErrors(values, catalogue.value, messages) : {}
  const asked = askAboutAddress(values, addressErrors, messages.locale)
  if (!isEmpty(asked))
    return {
      ...after,
      errors: { ...findFieldErrors(values, messages, partErrors), ...quantityErrors, ...asked },
    }
  const place = defineAction(PlacementBody, async (ctx, placement) =>
    // An order whose answer was lost may be what took the stock.
    isEmpty(quantityErrors) || (await isOrderStored(ctx, placement))
      ? placeFormOrder(ctx, placement, confirmed)
      : ({ kind: 'unavailable' } as const),
  )
  const result = await place(null, toPlacement(values), actingAs)
  if (!result.ok) {
    const shown = (await isDrawnForAnother(result.problem)) ? {} : values
    const refused = toErrorState(result.problem, messages, partErrors)
    const errors = isEmpty(refused.errors) ? {} : { ...refused.errors, ...quantityErrors }
    return { ...after, ...refused, errors, values: shown, address: toAddressState(shown) }
  }
  const outcome = result.value
  if (outcome.kind === 'unavailable') return { ...after, errors: quantityErrors }
  if (outcome.kind === 'repeated') return { ...after, question: askAboutRepeat(outcome.order, messages) }
  // The path alone, so that the customer stays on the present host.
  redirect(new URL(outcome.placed.order.statusUrl).pathname)
}
