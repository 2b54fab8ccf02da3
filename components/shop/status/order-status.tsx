import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { countryName } from '@/temporal/contract/orders/countries'
import type { TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import type { ShopMessages } from '../messages/shop-messages'
import { Sentence } from '../sentence'
import { OrderLines } from './order-lines'
import { OrderProgress } from './order-progress'
import { OrderTimeline } from './order-timeline'
import { StatusHeadline } from './status-headline'
import { moneySentence } from './status-sentences'
import { SupportLink } from './support-link'

interface Props {
  order: TrackedOrder
  messages: ShopMessages
  /** Actions of the order. */
  actions: ReactNode
  /** Address for questions, or null. */
  supportEmail: string | null
  /** Sentence about live updates. */
  live: ReactNode
}

const Address = ({
  to,
  messages,
}: {
  to: NonNullable<TrackedOrder['deliverTo']>
  messages: ShopMessages
}) => (
  <Card title={messages.track.deliversTo}>
    <address dir="auto" className="text-left whitespace-pre-line not-italic [unicode-bidi:plaintext]">
      {[...to.lines, countryName(to.country, messages.locale)].join('\n')}
    </address>
  </Card>
)

/** The status page of an order. */
export const OrderStatus = ({ order, messages, actions, supportEmail, live }: Props) => (
  <div className="mx-auto flex max-w-3xl flex-col gap-6 print:gap-4">
    <p className="hidden font-semibold print:block">{messages.shop}</p>
    <StatusHeadline order={order} messages={messages} live={live} />
    {!order.isLive && (
      <Banner tone="waiting">
        <Sentence
          text={messages.track.stale}
          parts={{ time: <LocalTime at={order.asOf} locale={messages.locale} /> }}
        />
      </Banner>
    )}
    <OrderProgress order={order} messages={messages} />
    {actions}
    <div className="grid items-start gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] print:grid-cols-[3fr_2fr] print:gap-4">
      <OrderLines order={order} messages={messages} />
      <div className="flex flex-col gap-6 print:gap-4">
        <Card title={messages.track.payment}>
          <p>{moneySentence(order, messages)}</p>
        </Card>
        {order.deliverTo && <Address to={order.deliverTo} messages={messages} />}
        {supportEmail && (
          <SupportLink number={order.number} messages={messages} supportEmail={supportEmail} />
        )}
      </div>
    </div>
    <OrderTimeline order={order} messages={messages} />
  </div>
)
