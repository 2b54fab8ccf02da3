import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { Stepper } from '@/components/ui/stepper'
import type { TrackedOrder } from '@/temporal/contract/track'
import { OrderLines } from './order-lines'
import { OrderTimeline } from './order-timeline'
import { StatusHeadline } from './status-headline'
import { moneySentence } from './status-words'
import type { ShopWords } from './words'

interface Props {
  order: TrackedOrder
  words: ShopWords
  /** How to cancel, where that is possible. */
  cancel: ReactNode
  /** Whether the page follows the order by itself. */
  live: ReactNode
}

const stepsOf = (order: TrackedOrder, words: ShopWords) =>
  order.steps.map(({ step, status, at }) => ({
    label: status === 'done' ? words.track.stepsDone[step] : words.track.steps[step],
    state: status === 'upcoming' ? ('todo' as const) : status,
    detail: at && <LocalTime at={at} locale={words.locale} />,
  }))

/** Everything a customer wants to know about an order, on one page. */
export const OrderStatus = ({ order, words, cancel, live }: Props) => {
  const { done, current, upcoming, stopped } = words.track.stepStates
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <StatusHeadline order={order} words={words} live={live} />
      {!order.isLive && (
        <Banner tone="waiting">
          {words.track.stale} <LocalTime at={order.asOf} locale={words.locale} />.
        </Banner>
      )}
      <div className="rounded-lg border border-line bg-surface px-4 py-6 sm:px-2">
        <Stepper
          label={words.track.progress}
          steps={stepsOf(order, words)}
          words={{ done, current, todo: upcoming, stopped }}
        />
      </div>
      <div className="grid items-start gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <OrderLines order={order} words={words} />
        <div className="flex flex-col gap-6">
          <Card title={words.track.payment}>
            <p>{moneySentence(order, words)}</p>
          </Card>
          {order.deliverTo && (
            <Card title={words.track.deliversTo}>
              <address className="not-italic">
                {order.deliverTo.name}
                <br />
                {order.deliverTo.city}, {order.deliverTo.country}
              </address>
            </Card>
          )}
        </div>
      </div>
      <OrderTimeline entries={order.timeline} words={words} />
      {cancel}
    </div>
  )
}
