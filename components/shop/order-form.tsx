'use client'

import { useActionState, useState } from 'react'
import { AddressFields, ContactFields, PaymentFields } from './contact-fields'
import { ErrorSummary } from './error-summary'
import {
  type CountryChoice,
  type OfferedProduct,
  type OrderFormState,
  quantityField,
  quantityOf,
} from './order-form-state'
import { OrderSummary } from './order-summary'
import { ProductPicker } from './product-picker'
import { TotalBar } from './total-bar'
import type { ShopWords } from './words'

interface Props {
  products: OfferedProduct[]
  countries: CountryChoice[]
  /** The country that is chosen where none was yet. */
  homeCountry: string | null
  initial: OrderFormState
  action: (state: OrderFormState, form: FormData) => Promise<OrderFormState>
  words: ShopWords['order']
  /** What the id of a request is called. */
  requestLabel: string
  moneyLocale: string
}

/** Keeps the bar at the bottom of a phone off the field that has the focus. */
const CLEAR_OF_BAR =
  '[&_:is(input,select,button,a)]:scroll-mb-24 lg:[&_:is(input,select,button,a)]:scroll-mb-0'

const Fields = ({
  products,
  countries,
  homeCountry,
  state,
  words,
  requestLabel,
  moneyLocale,
}: Omit<Props, 'initial' | 'action'> & { state: OrderFormState }) => {
  const [quantities, setQuantities] = useState<Record<string, number>>(() =>
    Object.fromEntries(
      products.map(({ sku, max }) => [sku, quantityOf(state.values[quantityField(sku)], max)]),
    ),
  )
  const chosen = products
    .map((product) => ({ product, quantity: quantities[product.sku] ?? 0 }))
    .filter(({ quantity }) => quantity > 0)
  const totals = { chosen, words, moneyLocale, currency: products[0]?.currency ?? '' }
  return (
    <>
      <ErrorSummary state={state} words={words} requestLabel={requestLabel} />
      <input type="hidden" name="formId" value={state.formId} />
      <div
        className={`flex flex-col gap-8 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start ${CLEAR_OF_BAR}`}
      >
        <div className="flex min-w-0 flex-col gap-10">
          <ProductPicker
            products={products}
            quantities={quantities}
            onQuantity={(sku, next) => setQuantities((all) => ({ ...all, [sku]: next }))}
            errors={state.errors}
            words={words}
            moneyLocale={moneyLocale}
          />
          <ContactFields state={state} words={words} />
          <AddressFields state={state} words={words} countries={countries} homeCountry={homeCountry} />
          <PaymentFields state={state} words={words} />
        </div>
        <TotalBar {...totals} />
        <OrderSummary {...totals} />
      </div>
    </>
  )
}

/** The whole order on one page. A plain form: without JavaScript it only lacks the live total. */
export const OrderForm = ({ initial, action, ...rest }: Props) => {
  const [state, submit] = useActionState(action, initial)
  return (
    <form action={submit} noValidate>
      <Fields key={state.attempt} state={state} {...rest} />
    </form>
  )
}
