import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { countryName } from '@/temporal/contract/orders/countries'
import type { TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { OrderLines } from './order-lines'
import { OrderProgress } from './order-progress'
import { OrderTimeline } from './order-timeline'
import { Questions } from './questions'
import { Sentence } from './sentence'
import { StatusHeadline } from './status-headline'
import { moneySentence } from './status-words'
import type { ShopWords } from './words'

interface Props {
  order: TrackedOrder
  words: ShopWords
  /** What can be done now. */
  actions: ReactNode
  /** Where questions go, or null. */
  supportEmail: string | null
  /** Whether the page follows the order by itself. */
  live: ReactNode
}

const Address = ({ to, words }: { to: NonNullable<TrackedOrder['deliverTo']>; words: ShopWords }) => (
  <Card title={words.track.deliversTo}>
    <address className="not-italic">
      {to.name}
      <br />
      {to.city}, {countryName(to.country, words.locale)}
    </address>
  </Card>
)

/** Everything a customer wants to know about an order, on one page. */
export const OrderStatus = ({ order, words, actions, supportEmail, live }: Props) => (
  <div className="mx-auto flex max-w-3xl flex-col gap-6 print:gap-4">
    <p className="hidden font-semibold print:block">{words.shop}</p>
    <StatusHeadline order={order} words={words} live={live} />
    {!order.isLive && (
      <Banner tone="waiting">
        <Sentence
          text={words.track.stale}
          parts={{ time: <LocalTime at={order.asOf} locale={words.locale} /> }}
        />
      </Banner>
    )}
    <OrderProgress order={order} words={words} />
    {actions}
    <div className="grid items-start gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] print:grid-cols-[3fr_2fr] print:gap-4">
      <OrderLines order={order} words={words} />
      <div className="flex flex-col gap-6 print:gap-4">
        <Card title={words.track.payment}>
          <p>{moneySentence(order, words)}</p>
        </Card>
        {order.deliverTo && <Address to={order.deliverTo} words={words} />}
        {supportEmail && <Questions number={order.number} words={words} supportEmail={supportEmail} />}
      </div>
    </div>
    <OrderTimeline order={order} words={words} />
  </div>
)
