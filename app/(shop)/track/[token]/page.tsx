import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isOwnOrder } from '@/app/_server/orders/reorder-intake'
import { requireTrackedOrderId } from '@/app/_server/orders/status-link'
import { env } from '@/app/_server/platform/env'
import { runtime } from '@/app/_server/platform/runtime'
import { getShopMessages } from '@/app/request-language'
import { socialCard } from '@/app/social-card'
import { AutoRetry } from '@/components/shop/auto-retry'
import { interpolate } from '@/components/shop/interpolate'
import type { ShopMessages } from '@/components/shop/messages/shop-messages'
import { CancelOrder } from '@/components/shop/status/cancel-order'
import { LiveOrder } from '@/components/shop/status/live-order'
import { OrderActions } from '@/components/shop/status/order-actions'
import { OrderStatus } from '@/components/shop/status/order-status'
import { cancelConsequences, moneySentence } from '@/components/shop/status/status-sentences'
import { Unavailable } from '@/components/shop/unavailable'
import { toCaseNumber } from '@/temporal/contract/cases/case-ids'
import type { TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import * as paths from '@/temporal/contract/paths'
import { cancelOrder } from './actions'
import { getTrackedOrder } from './get-tracked-order'

interface Props {
  params: Promise<{ token: string }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const found = await getTrackedOrder((await params).token)
  const messages = await getShopMessages()
  // A link preview must not show anything about the order.
  const shared = socialCard(messages, messages.track.card, messages.track.cardText)
  if (found.kind === 'unknown') return { ...shared, title: messages.notFound.title }
  if (found.kind !== 'found') return { ...shared, title: messages.track.unavailableTab }
  const { number, headline } = found.value
  return {
    ...shared,
    title: {
      absolute: `${messages.track.tabs[headline]} · ${interpolate(messages.track.title, { number })}`,
    },
  }
}

const Cancel = ({
  order,
  messages,
  token,
}: {
  order: TrackedOrder
  messages: ShopMessages
  token: string
}) => {
  const { cancel, cancelTitle, cancelConfirm, cancelling, cancelPending, cancelDone } = messages.track
  const { cancelLost, cancelOutdated } = messages.track
  const { request, order: orderMessages } = messages
  return (
    <CancelOrder
      canCancel={order.canCancel}
      consequences={cancelConsequences(order, messages)}
      money={moneySentence(order, messages)}
      action={cancelOrder.bind(null, token)}
      messages={{
        ...{ cancel, cancelTitle, cancelConfirm, cancelling, cancelPending, cancelDone },
        ...{ cancelLost, cancelOutdated, request, reloadPage: orderMessages.reloadPage },
      }}
    />
  )
}

const TrackPage = async ({ params }: Props) => {
  const { token } = await params
  const found = await getTrackedOrder(token)
  const messages = await getShopMessages()
  if (found.kind === 'unknown') notFound()
  if (found.kind === 'unavailable') {
    const number = toCaseNumber(requireTrackedOrderId({ runtime: runtime() }, token))
    return (
      <Unavailable
        title={interpolate(messages.track.unavailable, { number })}
        hint={interpolate(messages.track.unavailableHint, { number })}
        action={<AutoRetry href={paths.track(token)} label={messages.track.lookAgain} />}
      />
    )
  }
  if (found.kind === 'limited') {
    const { title, detail } = messages.problems.RATE_LIMITED
    return (
      <Unavailable
        title={title}
        hint={detail}
        action={<AutoRetry href={paths.track(token)} label={messages.track.lookAgain} />}
      />
    )
  }
  const order = found.value
  const { updates, reload, reconnecting, final } = messages.track
  const isOwn = order.isClosed && (await isOwnOrder(token))
  return (
    <OrderStatus
      order={order}
      messages={messages}
      actions={
        <OrderActions
          order={order}
          messages={messages}
          cancel={<Cancel order={order} messages={messages} token={token} />}
          againUrl={isOwn ? paths.order({ again: token }) : null}
        />
      }
      supportEmail={env().supportEmail}
      live={
        order.isClosed ? (
          <p>{final}</p>
        ) : (
          <LiveOrder
            eventsUrl={paths.trackEvents(token)}
            versionUrl={paths.trackVersion(token)}
            version={order.version}
            messages={{ updates, reload, reconnecting }}
          />
        )
      }
    />
  )
}

export default TrackPage
