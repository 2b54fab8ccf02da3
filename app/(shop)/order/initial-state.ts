/** Initial state of the form: empty, or with the values of an earlier order of this browser. */

import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { getOwnIntake } from '@/app/_server/orders/reorder-intake'
import { type OutdatedPost, readOutdatedPost } from '@/app/_server/platform/http/outdated-posts'
import type { ShopMessages } from '@/components/shop/messages/shop-messages'
import { type OrderFormState, quantityField } from '@/components/shop/order-form/order-form-state'
import { normalizeAddress } from '@/temporal/contract/addresses/normalize-address'
import { COUNTRIES, countryName } from '@/temporal/contract/orders/countries'

type Intake = NonNullable<Awaited<ReturnType<typeof getOwnIntake>>>

/** All values but the card, which may be the reason to order again. */
const toFormValues = ({ email, items, shippingAddress }: Intake): OrderFormState['values'] => ({
  email,
  ...Object.fromEntries(items.map(({ sku, quantity }) => [quantityField(sku), String(quantity)])),
  ...Object.fromEntries(
    Object.entries(normalizeAddress(shippingAddress)).map(([field, value]) => [
      `shippingAddress.${field}`,
      value,
    ]),
  ),
})

/** What was typed into a form of an older build, and that it was not ordered. */
const toOutdatedState = ({ fields }: OutdatedPost, { order }: ShopMessages) => ({
  values: Object.fromEntries(fields),
  // The same form, should the older build have placed it before: sent unchanged it is the same order.
  ...Object.fromEntries(fields.filter(([name]) => name === 'formId')),
  problem: { title: order.outdated.title, detail: order.outdated.again, requestId: '' },
})

/** @param again token of the status link of an order to place again, or null */
export const initialState = async (
  again: string | null,
  messages: ShopMessages,
): Promise<Omit<OrderFormState, 'address'> & { isAgain: boolean }> => {
  const outdated = readOutdatedPost(await headers())
  const intake = again === null ? null : await getOwnIntake(again)
  return {
    attempt: 0,
    formId: randomUUID(),
    values: intake ? toFormValues(intake) : {},
    errors: {},
    problem: null,
    question: null,
    confirmed: [],
    isUnanswered: false,
    isAgain: intake !== null,
    ...(outdated && toOutdatedState(outdated, messages)),
  }
}

/** All countries by name, sorted by the rules of the language. */
export const countryChoices = (locale: string) => {
  const { compare } = new Intl.Collator(locale)
  return COUNTRIES.map((code) => ({ code, name: countryName(code, locale) })).sort((a, b) =>
    compare(a.name, b.name),
  )
}
