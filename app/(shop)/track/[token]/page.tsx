import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isOwnOrder } from '@/app/_server/orders/reorder-defaults'
import { requireTrackedOrderId } from '@/app/_server/orders/track-order'
import { env } from '@/app/_server/platform/env'
import { runtime } from '@/app/_server/platform/runtime'
import { getShopMessages } from '@/app/language'
import { socialCard } from '@/app/social-card'
import { CancelOrder } from '@/components/shop/cancel-order'
import { fill } from '@/components/shop/fill'
import { LiveOrder } from '@/components/shop/live-order'
import { LookAgain } from '@/components/shop/look-again'
import { OrderActions } from '@/components/shop/order-actions'
import { OrderStatus } from '@/components/shop/order-status'
import { cancelConsequences, moneySentence } from '@/components/shop/status-words'
import { Unavailable } from '@/components/shop/unavailable'
import type { ShopWords } from '@/components/shop/words'
import { toCaseNumber } from '@/temporal/contract/cases/case-ids'
import type { TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { cancelOrder } from './actions'
import { getTrackedOrder } from './get-tracked-order'

interface Props {
  params: Promise<{ token: string }>
}

/** A status link is a secret between us and the customer. */
const HIDDEN = { index: false, follow: false }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const found = await getTrackedOrder((await params).token)
  const words = await getShopMessages()
  // Whoever is shown the link in a chat reads nothing of the order.
  const shared = { robots: HIDDEN, ...socialCard(words, words.track.card, words.track.cardText) }
  if (found.kind === 'unknown') return { ...shared, title: words.notFound.title }
  if (found.kind === 'unavailable') return { ...shared, title: words.track.unavailableTab }
  const { number, headline } = found.value
  return {
    ...shared,
    title: { absolute: `${words.track.tabs[headline]} · ${fill(words.track.title, { number })}` },
  }
}

const Cancel = ({ order, words, token }: { order: TrackedOrder; words: ShopWords; token: string }) => {
  const { cancel, cancelTitle, cancelConfirm, cancelling, cancelPending, cancelDone } = words.track
  const { request } = words
  return (
    <CancelOrder
      canCancel={order.canCancel}
      consequences={cancelConsequences(order, words)}
      money={moneySentence(order, words)}
      action={cancelOrder.bind(null, token)}
      words={{ cancel, cancelTitle, cancelConfirm, cancelling, cancelPending, cancelDone, request }}
    />
  )
}

const TrackPage = async ({ params }: Props) => {
  const { token } = await params
  const found = await getTrackedOrder(token)
  const words = await getShopMessages()
  if (found.kind === 'unknown') notFound()
  if (found.kind === 'unavailable') {
    const number = toCaseNumber(requireTrackedOrderId({ runtime: runtime() }, token))
    return (
      <Unavailable
        title={fill(words.track.unavailable, { number })}
        hint={fill(words.track.unavailableHint, { number })}
        action={<LookAgain href={`/track/${token}`} label={words.track.lookAgain} />}
      />
    )
  }
  const order = found.value
  const { updates, reload, reconnecting, final } = words.track
  const isOwn = order.isClosed && (await isOwnOrder(token))
  return (
    <OrderStatus
      order={order}
      words={words}
      actions={
        <OrderActions
          order={order}
          words={words}
          cancel={<Cancel order={order} words={words} token={token} />}
          againUrl={isOwn ? `/order?again=${token}` : null}
        />
      }
      supportEmail={env().supportEmail}
      live={
        order.isClosed ? (
          <p>{final}</p>
        ) : (
          <LiveOrder
            url={`/track/${token}/events`}
            version={order.version}
            words={{ updates, reload, reconnecting }}
          />
        )
      }
    />
  )
}

export default TrackPage
