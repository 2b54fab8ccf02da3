import { Card } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { formatMoney } from '@/temporal/contract/money'
import type { TimelineEntry, TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { interpolate } from '../interpolate'
import type { ShopMessages } from '../messages/shop-messages'

interface Props {
  order: TrackedOrder
  messages: ShopMessages
}

const sentence = ({ event, amountCents }: TimelineEntry, { order, messages }: Props): string =>
  interpolate(messages.track.events[event], {
    amount: amountCents === null ? '' : formatMoney(amountCents, order.currency, messages.moneyLocale),
  })

/** Events of the order, oldest first, so that new ones move nothing. */
export const OrderTimeline = ({ order, messages }: Props) => (
  <Card title={messages.track.timeline}>
    <ol className="flex flex-col gap-3 print:gap-1">
      {order.timeline.map((entry) => (
        <li
          key={`${entry.event} ${entry.at}`}
          className="flex flex-col sm:flex-row sm:gap-4 print:flex-row print:gap-4"
        >
          <LocalTime
            at={entry.at}
            locale={messages.locale}
            className="shrink-0 text-sm leading-6 text-muted tabular-nums sm:w-52 print:w-52"
          />
          {sentence(entry, { order, messages })}
        </li>
      ))}
    </ol>
  </Card>
)
