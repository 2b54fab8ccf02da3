'use client'

import { useActionState, useState } from 'react'
import { DEFAULT_CURRENCY } from '@/temporal/contract/money'
import { AddressFields, ContactFields, PaymentFields } from './contact-fields'
import { ErrorSummary } from './error-summary'
import { FormSection } from './form-section'
import { type OfferedProduct, type OrderFormState, quantityField, quantityOf } from './order-form-state'
import { OrderSummary } from './order-summary'
import { ProductPicker } from './product-picker'
import type { ShopWords } from './words'

interface Props {
  products: OfferedProduct[]
  initial: OrderFormState
  action: (state: OrderFormState, form: FormData) => Promise<OrderFormState>
  words: ShopWords['order']
  moneyLocale: string
}

type Quantities = Record<string, number>

const Fields = ({
  products,
  state,
  words,
  moneyLocale,
}: Omit<Props, 'initial' | 'action'> & { state: OrderFormState }) => {
  const [quantities, setQuantities] = useState<Quantities>(() =>
    Object.fromEntries(
      products.map(({ sku, max }) => [sku, quantityOf(state.values[quantityField(sku)], max)]),
    ),
  )
  const chosen = products
    .map((product) => ({ product, quantity: quantities[product.sku] ?? 0 }))
    .filter(({ quantity }) => quantity > 0)
  return (
    <>
      <ErrorSummary state={state} words={words} />
      <input type="hidden" name="formId" value={state.formId} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-10">
          <FormSection title={words.products} id="items">
            {state.errors.items && <p className="mb-3 text-bad">{state.errors.items}</p>}
            <ul className="grid gap-3 sm:grid-cols-2">
              {products.map((product) => (
                <ProductPicker
                  key={product.sku}
                  product={product}
                  quantity={quantities[product.sku] ?? 0}
                  onQuantity={(next) => setQuantities((all) => ({ ...all, [product.sku]: next }))}
                  words={words}
                  moneyLocale={moneyLocale}
                />
              ))}
            </ul>
          </FormSection>
          <ContactFields state={state} words={words} />
          <AddressFields state={state} words={words} />
          <PaymentFields state={state} words={words} />
        </div>
        <OrderSummary
          chosen={chosen}
          currency={products[0]?.currency ?? DEFAULT_CURRENCY}
          words={words}
          moneyLocale={moneyLocale}
        />
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
