import { LocalTime } from '@/components/ui/local-time'
import type { TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import type { ShopMessages } from '../messages/shop-messages'
import { Sentence } from '../sentence'
import { getDueState } from './status-sentences'

/** When the next step is due; nothing where no time is known. */
export const DueSentence = ({ order, messages }: { order: TrackedOrder; messages: ShopMessages }) => {
  const { checkBy, expectedAt } = order
  const { checkedBy, checkedSoon, expected, expectedLate } = messages.track
  if (order.isDelayed || order.outcome) return null
  if (checkBy)
    return getDueState(checkBy, order) === 'passed' ? (
      checkedSoon
    ) : (
      <Sentence text={checkedBy} parts={{ time: <LocalTime at={checkBy} locale={messages.locale} /> }} />
    )
  if (expectedAt)
    return getDueState(expectedAt, order) === 'passed' ? (
      expectedLate
    ) : (
      <Sentence
        text={expected}
        parts={{ day: <LocalTime at={expectedAt} locale={messages.locale} dayOnly /> }}
      />
    )
  return null
}
