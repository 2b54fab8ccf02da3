import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { CatalogueItem } from '@/app/_server/orders/list-products'
import { takeCatalogue } from '@/app/_server/orders/preload-shop-page'
import { getRequestId } from '@/app/_server/platform/http/request-id'
import { getShopMessages } from '@/app/language'
import { socialCard } from '@/app/social-card'
import { guessCountry } from '@/components/shop/language'
import { OrderForm } from '@/components/shop/order-form/order-form'
import type { OfferedProduct } from '@/components/shop/order-form/order-form-state'
import { Unavailable } from '@/components/shop/unavailable'
import { isCountryCode } from '@/temporal/contract/orders/countries'
import { MAX_QUANTITY } from '@/temporal/contract/orders/order'
import { submitOrder } from './actions'
import { toAddressState } from './address-form'
import { countryChoices, initialState } from './initial-state'

export const generateMetadata = async (): Promise<Metadata> => {
  const messages = await getShopMessages()
  const { title, intro: description } = messages.order
  return { title, description, ...socialCard(messages, title, description) }
}

const offered = ({
  sku,
  name,
  description,
  unitCents,
  currency,
  available,
}: CatalogueItem): OfferedProduct => ({
  sku,
  name,
  description,
  unitCents,
  currency,
  max: Math.min(available, MAX_QUANTITY),
})

interface Props {
  searchParams: Promise<{ again?: string | string[] }>
}

const OrderPage = async ({ searchParams }: Props) => {
  const sent = await headers()
  const messages = await getShopMessages()
  const found = await takeCatalogue(getRequestId(sent))
  if (found.kind !== 'found')
    return <Unavailable title={messages.order.unavailable} hint={messages.order.unavailableHint} />
  const { again } = await searchParams
  const { isAgain, ...initial } = await initialState(typeof again === 'string' ? again : null)
  const home = guessCountry(sent.get('accept-language'))
  const { prefilled, intro, noProducts, title } = messages.order
  return (
    <>
      <h1 className="text-3xl">{title}</h1>
      <p className="mt-2 mb-8 max-w-prose text-muted">{isAgain ? prefilled : intro}</p>
      {found.value.length === 0 ? (
        <p>{noProducts}</p>
      ) : (
        <OrderForm
          products={found.value.map(offered)}
          countries={countryChoices(messages.locale)}
          homeCountry={home !== null && isCountryCode(home) ? home : null}
          initial={{ ...initial, address: toAddressState(initial.values, home) }}
          action={submitOrder}
          messages={messages.order}
          requestLabel={messages.request}
          moneyLocale={messages.moneyLocale}
        />
      )}
    </>
  )
}

export default OrderPage
