import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { currentAccount, currentActor } from '@/app/_server/auth/current-actor'
import { listMyOrders } from '@/app/_server/orders/list-my-orders'
import { getRequestId } from '@/app/_server/platform/http/request-id'
import { isDatabaseDown } from '@/app/_server/platform/resilience/database-errors'
import { runtime } from '@/app/_server/platform/runtime'
import { getShopLanguage } from '@/app/request-language'
import { signOutAndRedirect } from '@/app/sign-out'
import { interpolate } from '@/components/shop/interpolate'
import { myOrdersMessagesFor } from '@/components/shop/messages/my-orders-messages'
import { messagesFor } from '@/components/shop/messages/shop-messages'
import { OrderList } from '@/components/shop/my-orders/order-list'
import { ShopSession } from '@/components/shop/shop-session'
import { Unavailable } from '@/components/shop/unavailable'
import { Button } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { type Actor, isGuest } from '@/temporal/contract/auth/actor'
import type { OwnOrder } from '@/temporal/contract/orders/order-tracking'
import * as paths from '@/temporal/contract/paths'
import { ListMyOrders } from '@/temporal/contract/schemas/people-request'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: myOrdersMessagesFor(await getShopLanguage()).title,
})

interface Page {
  items: OwnOrder[]
  next: string | null
}
const NONE: Page = { items: [], next: null }

/** The orders of the visitor, or null while Postgres is down. */
const loadOrders = async (actor: Actor | null, search: Record<string, unknown>): Promise<Page | null> => {
  if (!actor) return NONE
  const ctx = { actor, requestId: getRequestId(await headers()), runtime: runtime(), now: new Date() }
  try {
    return await listMyOrders(ctx, ListMyOrders.parse(search))
  } catch (error) {
    if (isDatabaseDown(error)) return null
    throw error
  }
}

const MyOrdersPage = async ({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) => {
  const search = await searchParams
  const language = await getShopLanguage()
  const messages = myOrdersMessagesFor(language)
  const { track, locale, moneyLocale, noAnswer, session } = messagesFor(language)
  const actor = await currentActor()
  const page = await loadOrders(actor, search)
  if (page?.items.length === 0 && search.after !== undefined) redirect(paths.myOrders())
  if (!page) return <Unavailable title={messages.unavailable} hint={messages.unavailableHint} />
  const isKnown = actor !== null && !isGuest(actor)
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <ShopSession account={await currentAccount()} messages={session} />
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="text-3xl">{messages.title}</h1>
          <p className="mt-2 text-muted">
            {isKnown ? interpolate(messages.ofAccount, { name: actor.name }) : messages.ofBrowser}
          </p>
        </div>
        {isKnown && (
          <ActionForm action={signOutAndRedirect.bind(null, actor.id)} failed={noAnswer}>
            <Button type="submit">{messages.signOut}</Button>
          </ActionForm>
        )}
      </header>
      <OrderList
        orders={page.items}
        nextHref={page.next && paths.myOrders({ after: page.next })}
        messages={messages}
        headlines={track.headlines}
        locale={locale}
        moneyLocale={moneyLocale}
      />
      {!isKnown && <p className="text-muted">{messages.elsewhere}</p>}
    </div>
  )
}

export default MyOrdersPage
