import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { requestIdOf } from '@/app/_server/http/request-id'
import { findCatalogue } from '@/app/_server/orders/read-ahead'
import type { CatalogueItem } from '@/app/_server/verbs/list-products'
import { wordsOfRequest } from '@/app/language'
import { socialCard } from '@/app/social-card'
import { countryOfBrowser } from '@/components/shop/language'
import { OrderForm } from '@/components/shop/order-form'
import type { OfferedProduct } from '@/components/shop/order-form-state'
import { Unavailable } from '@/components/shop/unavailable'
import { isCountryCode } from '@/temporal/contract/countries'
import { MAX_QUANTITY } from '@/temporal/contract/order'
import { submitOrder } from './actions'
import { countryChoices, initialState } from './initial'

export const generateMetadata = async (): Promise<Metadata> => {
  const words = await wordsOfRequest()
  const { title, intro: description } = words.order
  return { title, description, ...socialCard(words, title, description) }
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
  const words = await wordsOfRequest()
  const found = await findCatalogue(requestIdOf(sent))
  if (found.kind !== 'found')
    return <Unavailable title={words.order.unavailable} hint={words.order.unavailableHint} />
  const { again } = await searchParams
  const { isAgain, ...initial } = await initialState(typeof again === 'string' ? again : null)
  const home = countryOfBrowser(sent.get('accept-language'))
  const { prefilled, intro, noProducts, title } = words.order
  return (
    <>
      <h1 className="text-3xl">{title}</h1>
      <p className="mt-2 mb-8 max-w-prose text-muted">{isAgain ? prefilled : intro}</p>
      {found.value.length === 0 ? (
        <p>{noProducts}</p>
      ) : (
        <OrderForm
          products={found.value.map(offered)}
          countries={countryChoices(words.locale)}
          homeCountry={home !== null && isCountryCode(home) ? home : null}
          initial={initial}
          action={submitOrder}
          words={words.order}
          requestLabel={words.request}
          moneyLocale={words.moneyLocale}
        />
      )}
    </>
  )
}

export default OrderPage
