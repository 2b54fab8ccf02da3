import { Card } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { formatMoney } from '@/temporal/contract/money'
import type { TimelineEntry, TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { fill } from './fill'
import type { ShopWords } from './words'

interface Props {
  order: TrackedOrder
  words: ShopWords
}

const sentence = ({ event, amountCents }: TimelineEntry, { order, words }: Props): string =>
  fill(words.track.events[event], {
    amount: amountCents === null ? '' : formatMoney(amountCents, order.currency, words.moneyLocale),
  })

/** What happened so far, in the order in which it did: what is new comes below, and nothing above it moves. */
export const OrderTimeline = ({ order, words }: Props) => (
  <Card title={words.track.timeline}>
    <ol className="flex flex-col gap-3 print:gap-1">
      {order.timeline.map((entry) => (
        <li
          key={`${entry.event} ${entry.at}`}
          className="flex flex-col sm:flex-row sm:gap-4 print:flex-row print:gap-4"
        >
          <LocalTime
            at={entry.at}
            locale={words.locale}
            className="shrink-0 text-sm leading-6 text-muted tabular-nums sm:w-52 print:w-52"
          />
          {sentence(entry, { order, words })}
        </li>
      ))}
    </ol>
  </Card>
)
