import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CancelOrder } from '@/components/shop/cancel-order'
import { LiveOrder } from '@/components/shop/live-order'
import { OrderStatus } from '@/components/shop/order-status'
import { cancelConsequence } from '@/components/shop/status-words'
import { Unavailable } from '@/components/shop/unavailable'
import { fill, shopWords } from '@/components/shop/words'
import { cancelOrder } from './actions'
import { trackedOrder } from './tracked-order'

interface Props {
  params: Promise<{ token: string }>
}

const words = shopWords()
/** A status link is a secret between us and the customer. */
const HIDDEN = { index: false, follow: false }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const order = await trackedOrder((await params).token)
  if (order === 'unknown') return { title: words.notFound.title, robots: HIDDEN }
  if (order === 'unavailable') return { title: words.track.unavailable, robots: HIDDEN }
  const number = fill(words.track.title, { number: order.number })
  return {
    title: { absolute: `${number}: ${words.track.headlines[order.headline]}` },
    robots: HIDDEN,
  }
}

const TrackPage = async ({ params }: Props) => {
  const { token } = await params
  const order = await trackedOrder(token)
  if (order === 'unknown') notFound()
  if (order === 'unavailable')
    return <Unavailable title={words.track.unavailable} hint={words.track.unavailableHint} />
  const { cancel, cancelTitle, cancelConfirm, cancelling, cancelPending, updates, reload, reconnecting } =
    words.track
  return (
    <OrderStatus
      order={order}
      words={words}
      cancel={
        <CancelOrder
          canCancel={order.canCancel}
          consequence={cancelConsequence(order, words)}
          action={cancelOrder.bind(null, token)}
          words={{ cancel, cancelTitle, cancelConfirm, cancelling, cancelPending }}
        />
      }
      live={
        order.isClosed ? null : (
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
