/** The form as it opens: empty, or with what this browser's own order was placed with. */

import { randomUUID } from 'node:crypto'
import { getOwnIntake } from '@/app/_server/orders/reorder-defaults'
import { type OrderFormState, quantityField } from '@/components/shop/order-form/order-form-state'
import { COUNTRIES, countryName } from '@/temporal/contract/orders/countries'

type Intake = NonNullable<Awaited<ReturnType<typeof getOwnIntake>>>

/** Everything but the card, which was the trouble or is to be chosen anew. */
const toFormValues = ({ email, items, shippingAddress }: Intake): OrderFormState['values'] => ({
  email,
  ...Object.fromEntries(items.map(({ sku, quantity }) => [quantityField(sku), String(quantity)])),
  ...Object.fromEntries(
    Object.entries(shippingAddress).map(([field, value]) => [`shippingAddress.${field}`, value]),
  ),
})

/** @param again token of the status link of an order to place again, or null */
export const initialState = async (again: string | null): Promise<OrderFormState & { isAgain: boolean }> => {
  const intake = again === null ? null : await getOwnIntake(again)
  return {
    attempt: 0,
    formId: randomUUID(),
    values: intake ? toFormValues(intake) : {},
    errors: {},
    problem: null,
    isAgain: intake !== null,
  }
}

/** Every country by its name in the reader's language, in the order of that language. */
export const countryChoices = (locale: string) => {
  const { compare } = new Intl.Collator(locale)
  return COUNTRIES.map((code) => ({ code, name: countryName(code, locale) })).sort((a, b) =>
    compare(a.name, b.name),
  )
}
