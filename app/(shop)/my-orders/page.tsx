import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { isDatabaseDown } from '@/app/_server/http/database-errors'
import { requestIdOf } from '@/app/_server/http/request-id'
import { currentActor } from '@/app/_server/identity/session'
import { runtime } from '@/app/_server/runtime'
import { listMyOrders } from '@/app/_server/verbs/my-orders'
import { shopLanguage } from '@/app/language'
import { fill } from '@/components/shop/fill'
import { OrderList } from '@/components/shop/my-orders'
import { myOrdersWords } from '@/components/shop/my-orders-words'
import { Unavailable } from '@/components/shop/unavailable'
import { shopWords } from '@/components/shop/words'
import { Button } from '@/components/ui/button'
import { type Actor, isGuest } from '@/temporal/contract/people'
import { ListMyOrders } from '@/temporal/contract/schemas/people'
import type { OwnOrder } from '@/temporal/contract/track'
import { leave } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: myOrdersWords(await shopLanguage()).title,
  robots: { index: false, follow: false },
})

interface Page {
  items: OwnOrder[]
  next: string | null
}
const NONE: Page = { items: [], next: null }

/** The orders of whoever looks, or null while Postgres is away. */
const ordersOf = async (actor: Actor | null, search: Record<string, unknown>): Promise<Page | null> => {
  if (!actor) return NONE
  const ctx = { actor, requestId: requestIdOf(await headers()), runtime: runtime(), now: new Date() }
  try {
    return await listMyOrders(ctx, ListMyOrders.parse(search))
  } catch (error) {
    if (isDatabaseDown(error)) return null
    throw error
  }
}

const MyOrdersPage = async ({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) => {
  const search = await searchParams
  const language = await shopLanguage()
  const words = myOrdersWords(language)
  const { track, locale, moneyLocale } = shopWords(language)
  const actor = await currentActor()
  const page = await ordersOf(actor, search)
  if (!page) return <Unavailable title={words.unavailable} hint={words.unavailableHint} />
  const isKnown = actor !== null && !isGuest(actor)
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="text-3xl">{words.title}</h1>
          <p className="mt-2 text-muted">
            {isKnown ? fill(words.ofAccount, { name: actor.name }) : words.ofBrowser}
          </p>
        </div>
        {isKnown && (
          <form action={leave}>
            <Button type="submit">{words.signOut}</Button>
          </form>
        )}
      </header>
      <OrderList
        orders={page.items}
        nextHref={page.next && `/my-orders?after=${encodeURIComponent(page.next)}`}
        isFirstPage={search.after === undefined}
        words={words}
        headlines={track.headlines}
        locale={locale}
        moneyLocale={moneyLocale}
      />
      {!isKnown && <p className="text-muted">{words.elsewhere}</p>}
    </div>
  )
}

export default MyOrdersPage
