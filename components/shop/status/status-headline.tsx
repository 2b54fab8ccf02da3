import type { ReactNode } from 'react'
import { LocalTime } from '@/components/ui/local-time'
import { TONE, type Tone } from '@/components/ui/tone'
import { UserText } from '@/components/ui/user-text'
import type { Headline, TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { interpolate } from '../interpolate'
import type { ShopMessages } from '../messages/shop-messages'
import { DueSentence } from './due-sentence'
import { nextSentence } from './status-sentences'

const HEADLINE_TONE = {
  received: 'running',
  inReview: 'waiting',
  needsYou: 'waiting',
  paying: 'running',
  preparing: 'running',
  onItsWay: 'running',
  delivered: 'good',
  closing: 'ended',
  cancelled: 'ended',
  failed: 'bad',
} as const satisfies Record<Headline, Tone>

interface Props {
  order: TrackedOrder
  messages: ShopMessages
  live: ReactNode
}

/** Number and date of the order. */
const OrderMeta = ({ order, messages }: Omit<Props, 'live'>) => (
  <p className="flex flex-wrap justify-between gap-x-4 text-muted">
    <span>{interpolate(messages.track.title, { number: order.number })}</span>
    <span>
      {messages.track.placed}{' '}
      <LocalTime at={order.purchasedAt ?? order.placedAt} locale={messages.locale} dayOnly />
    </span>
  </p>
)

/**
 * Headline, reason, next step and due time of the order. Its height is the same in every state, so that
 * nothing below moves.
 */
export const StatusHeadline = ({ order, messages, live }: Props) => {
  const { icon: Icon, text } = TONE[HEADLINE_TONE[order.headline]]
  return (
    <header className="flex flex-col gap-2">
      <OrderMeta order={order} messages={messages} />
      <div aria-live="polite" className="flex flex-col gap-2">
        <h1 className="flex min-h-16 items-start gap-2.5 text-2xl sm:min-h-9 sm:text-3xl print:min-h-0">
          <Icon aria-hidden className={`mt-1 size-6 shrink-0 sm:size-7 ${text}`} />
          <span className="min-w-0">{messages.track.headlines[order.headline]}</span>
        </h1>
        <div className="flex min-h-34 max-w-2xl flex-col gap-2 sm:min-h-20 print:min-h-0">
          {/* A new state is a new element, so that it does not count as a layout shift. */}
          <p key={order.headline}>
            {nextSentence(order, messages)} <DueSentence order={order} messages={messages} />
          </p>
          {order.outcome?.words && (
            <blockquote className="border-l-2 border-line-strong pl-3">
              <span className="text-muted">{messages.track.wordsFromUs}</span>{' '}
              <UserText>{order.outcome.words}</UserText>
            </blockquote>
          )}
          <div className="mt-auto text-sm text-muted print:hidden">{live}</div>
        </div>
      </div>
    </header>
  )
}
