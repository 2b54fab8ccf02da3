/** Initial state of the form: empty, or with the values of an earlier order of this browser. */

import { randomUUID } from 'node:crypto'
import { getOwnIntake } from '@/app/_server/orders/reorder-intake'
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

/** @param again token of the status link of an order to place again, or null */
export const initialState = async (
  again: string | null,
): Promise<Omit<OrderFormState, 'address'> & { isAgain: boolean }> => {
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

/** All countries by name, sorted by the rules of the language. */
export const countryChoices = (locale: string) => {
  const { compare } = new Intl.Collator(locale)
  return COUNTRIES.map((code) => ({ code, name: countryName(code, locale) })).sort((a, b) =>
    compare(a.name, b.name),
  )
}
