import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { currentAccount, currentActor } from '@/app/_server/auth/current-actor'
import { toStorageOwner } from '@/app/_server/auth/storage-owner'
import type { CatalogueItem } from '@/app/_server/orders/list-products'
import { takeCatalogue } from '@/app/_server/orders/preload-shop-page'
import { findRecentOrder, type RecentOrder } from '@/app/_server/orders/recent-orders'
import { getRequestId } from '@/app/_server/platform/http/request-id'
import { runtime } from '@/app/_server/platform/runtime'
import { getShopMessages } from '@/app/request-language'
import { socialCard } from '@/app/social-card'
import { interpolate } from '@/components/shop/interpolate'
import type { ShopMessages } from '@/components/shop/messages/shop-messages'
import { guessCountry } from '@/components/shop/negotiate-language'
import { OrderForm } from '@/components/shop/order-form/order-form'
import type { OfferedProduct } from '@/components/shop/order-form/order-form-state'
import { ShopSession } from '@/components/shop/shop-session'
import { Unavailable } from '@/components/shop/unavailable'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button-style'
import { GUEST } from '@/temporal/contract/auth/acting-as'
import { isCountryCode } from '@/temporal/contract/orders/countries'
import { MAX_QUANTITY } from '@/temporal/contract/orders/order'
import { submitOrder } from './actions'
import { toAddressState } from './address-form'
import { countryChoices, initialState } from './initial-state'
import { formatAgo } from './repeat-question'

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

/** The order that the visitor placed a moment ago: somebody who left while placing it reads here that it arrived. */
const RecentOrderNote = ({ order, messages }: { order: RecentOrder; messages: ShopMessages }) => {
  const { recent, recentHint, see } = messages.order
  const ago = formatAgo(order.placedAt, new Date(), messages.locale)
  return (
    <Banner
      tone="good"
      className="mb-6"
      title={interpolate(recent, { number: order.number, ago })}
      action={
        <a href={order.statusPath} className={buttonClass()}>
          {see}
        </a>
      }
    >
      {recentHint}
    </Banner>
  )
}

/** What the caller ordered a moment ago, and for whom the browser keeps the form. */
const readCaller = async (sent: Headers) => {
  const actor = await currentActor()
  const ctx = {
    actor,
    requestId: getRequestId(sent),
    runtime: runtime(),
    now: new Date(),
    http: { request: sent, reply: new Headers() },
  }
  return { owner: toStorageOwner(actor), recent: await findRecentOrder(ctx) }
}

interface Props {
  searchParams: Promise<{ again?: string | string[] }>
}

const OrderPage = async ({ searchParams }: Props) => {
  const sent = await headers()
  const account = await currentAccount()
  const messages = await getShopMessages()
  const found = await takeCatalogue(getRequestId(sent))
  if (found.kind !== 'found')
    return <Unavailable title={messages.order.unavailable} hint={messages.order.unavailableHint} />
  const { again } = await searchParams
  const { isAgain, ...initial } = await initialState(typeof again === 'string' ? again : null, messages)
  const { owner, recent } = await readCaller(sent)
  const home = guessCountry(sent.get('accept-language'))
  const { prefilled, intro, noProducts, title } = messages.order
  return (
    <>
      <h1 className="text-3xl">{title}</h1>
      <p className="mt-2 mb-8 max-w-prose text-muted">{isAgain ? prefilled : intro}</p>
      <ShopSession account={account} messages={messages.session} />
      {recent && !isAgain && <RecentOrderNote order={recent} messages={messages} />}
      {found.value.length === 0 ? (
        <p>{noProducts}</p>
      ) : (
        <OrderForm
          products={found.value.map(offered)}
          countries={countryChoices(messages.locale)}
          homeCountry={home !== null && isCountryCode(home) ? home : null}
          initial={{ ...initial, address: toAddressState(initial.values, home) }}
          action={submitOrder.bind(null, account?.id ?? GUEST)}
          messages={messages.order}
          requestLabel={messages.request}
          moneyLocale={messages.moneyLocale}
          owner={owner}
          recentFormId={recent?.formId ?? null}
        />
      )}
    </>
  )
}

export default OrderPage
