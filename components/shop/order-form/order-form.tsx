'use client'

import { useState } from 'react'
import { buttonClass } from '@/components/ui/button-style'
import { DEFAULT_CURRENCY } from '@/temporal/contract/money'
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
import { useOrderForm } from './use-order-form'

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
  /** Storage owner for whom the page was rendered. */
  owner: string
  /** Id of the form that placed the order of the note above the form, or null. */
  recentFormId: string | null
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
}: Omit<Props, 'initial' | 'action' | 'owner' | 'recentFormId'> & { state: OrderFormState }) => {
  // As typed, so that what is no number stays in its field.
  const [quantities, setQuantities] = useState<Record<string, string>>(() =>
    Object.fromEntries(products.map(({ sku }) => [sku, state.values[quantityField(sku)] || '0'])),
  )
  const lines = products
    .map((product) => ({ product, quantity: parseQuantity(quantities[product.sku] ?? '', product.max) }))
    .filter(({ quantity }) => quantity > 0)
  const currency = (lines[0]?.product ?? products[0])?.currency ?? DEFAULT_CURRENCY
  const totals = { lines, messages, moneyLocale, currency }
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
export const OrderForm = ({ initial, action, owner, recentFormId, ...rest }: Props) => {
  const { messages } = rest
  const form = useOrderForm({ initial, action, owner, recentFormId, messages })
  return (
    <form ref={form.ref} action={form.submit} noValidate>
      {/* Enter presses the first button of a form: without this one it would answer a question, or choose a country. */}
      <button type="submit" tabIndex={-1} aria-hidden className="sr-only" />
      {form.startOver && (
        <p className="mb-6 flex flex-wrap items-center gap-3 text-muted">
          {messages.draftKept}
          <button type="button" className={buttonClass()} onClick={form.startOver}>
            {messages.startOver}
          </button>
        </p>
      )}
      <Fields key={form.key} state={form.state} {...rest} />
    </form>
  )
}
