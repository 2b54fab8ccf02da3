import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isOwnOrder } from '@/app/_server/orders/reorder-defaults'
import { requireTrackedOrderId } from '@/app/_server/orders/track-order'
import { env } from '@/app/_server/platform/env'
import { runtime } from '@/app/_server/platform/runtime'
import { getShopMessages } from '@/app/language'
import { socialCard } from '@/app/social-card'
import { AutoRetry } from '@/components/shop/auto-retry'
import { interpolate } from '@/components/shop/interpolate'
import type { ShopMessages } from '@/components/shop/messages/shop-messages'
import { CancelOrder } from '@/components/shop/status/cancel-order'
import { LiveOrder } from '@/components/shop/status/live-order'
import { OrderActions } from '@/components/shop/status/order-actions'
import { OrderStatus } from '@/components/shop/status/order-status'
import { cancelConsequences, moneySentence } from '@/components/shop/status/status-messages'
import { Unavailable } from '@/components/shop/unavailable'
import { toCaseNumber } from '@/temporal/contract/cases/case-ids'
import type { TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { paths } from '@/temporal/contract/paths'
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
    title: { absolute: `${words.track.tabs[headline]} · ${interpolate(words.track.title, { number })}` },
  }
}

const Cancel = ({ order, words, token }: { order: TrackedOrder; words: ShopMessages; token: string }) => {
  const { cancel, cancelTitle, cancelConfirm, cancelling, cancelPending, cancelDone } = words.track
  const { request } = words
  return (
    <CancelOrder
      canCancel={order.canCancel}
      consequences={cancelConsequences(order, words)}
      money={moneySentence(order, words)}
      action={cancelOrder.bind(null, token)}
      messages={{ cancel, cancelTitle, cancelConfirm, cancelling, cancelPending, cancelDone, request }}
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
        title={interpolate(words.track.unavailable, { number })}
        hint={interpolate(words.track.unavailableHint, { number })}
        action={<AutoRetry href={paths.track(token)} label={words.track.lookAgain} />}
      />
    )
  }
  const order = found.value
  const { updates, reload, reconnecting, final } = words.track
  const isOwn = order.isClosed && (await isOwnOrder(token))
  return (
    <OrderStatus
      order={order}
      messages={words}
      actions={
        <OrderActions
          order={order}
          messages={words}
          cancel={<Cancel order={order} words={words} token={token} />}
          againUrl={isOwn ? paths.order({ again: token }) : null}
        />
      }
      supportEmail={env().supportEmail}
      live={
        order.isClosed ? (
          <p>{final}</p>
        ) : (
          <LiveOrder
            url={paths.trackEvents(token)}
            version={order.version}
            messages={{ updates, reload, reconnecting }}
          />
        )
      }
    />
  )
}

export default TrackPage
