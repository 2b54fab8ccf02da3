'use client'

import { useActionState, useState } from 'react'
import type { ShopMessages } from '../messages/shop-messages'
import { AddressFields } from './address-fields'
import { ContactFields, PaymentFields } from './contact-fields'
import { ErrorSummary } from './error-summary'
import {
  type CountryChoice,
  type OfferedProduct,
  type OrderFormState,
  parseQuantity,
  quantityField,
} from './order-form-state'
import { OrderSummary } from './order-summary'
import { ProductPicker } from './product-picker'
import { TotalBar } from './total-bar'

interface Props {
  products: OfferedProduct[]
  countries: CountryChoice[]
  /** The country that is selected initially. */
  homeCountry: string | null
  initial: OrderFormState
  action: (state: OrderFormState, form: FormData) => Promise<OrderFormState>
  messages: ShopMessages['order']
  /** Label of the request id. */
  requestLabel: string
  moneyLocale: string
}

/** Scroll margin, so that the bar at the bottom of a phone does not cover the focused field. */
const CLEAR_OF_BAR =
  '[&_:is(input,select,button,a)]:scroll-mb-24 lg:[&_:is(input,select,button,a)]:scroll-mb-0'

const Fields = ({
  products,
  countries,
  homeCountry,
  state,
  messages,
  requestLabel,
  moneyLocale,
}: Omit<Props, 'initial' | 'action'> & { state: OrderFormState }) => {
  const [quantities, setQuantities] = useState<Record<string, number>>(() =>
    Object.fromEntries(
      products.map(({ sku, max }) => [sku, parseQuantity(state.values[quantityField(sku)], max)]),
    ),
  )
  const lines = products
    .map((product) => ({ product, quantity: quantities[product.sku] ?? 0 }))
    .filter(({ quantity }) => quantity > 0)
  const totals = { lines, messages, moneyLocale, currency: products[0]?.currency ?? '' }
  return (
    <>
      <ErrorSummary state={state} messages={messages} requestLabel={requestLabel} />
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
            messages={messages}
            moneyLocale={moneyLocale}
          />
          <ContactFields state={state} messages={messages} />
          <AddressFields state={state} messages={messages} countries={countries} homeCountry={homeCountry} />
          <PaymentFields state={state} messages={messages} />
        </div>
        <TotalBar {...totals} />
        <OrderSummary {...totals} />
      </div>
    </>
  )
}

/** The order form on one page. Without JavaScript only the live total is missing. */
export const OrderForm = ({ initial, action, ...rest }: Props) => {
  const [state, submit] = useActionState(action, initial)
  return (
    <form action={submit} noValidate>
      <Fields key={state.attempt} state={state} {...rest} />
    </form>
  )
}
