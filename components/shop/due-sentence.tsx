import { LocalTime } from '@/components/ui/local-time'
import type { TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { Sentence } from './sentence'
import { dueOf } from './status-words'
import type { ShopWords } from './words'

/** By when the next thing is to happen, as far as that is known: nothing is promised that nobody said. */
export const DueSentence = ({ order, words }: { order: TrackedOrder; words: ShopWords }) => {
  const { checkBy, expectedAt } = order
  const { checkedBy, checkedSoon, expected, expectedLate } = words.track
  if (order.isDelayed || order.outcome) return null
  if (checkBy)
    return dueOf(checkBy, order) === 'passed' ? (
      checkedSoon
    ) : (
      <Sentence text={checkedBy} parts={{ time: <LocalTime at={checkBy} locale={words.locale} /> }} />
    )
  if (expectedAt)
    return dueOf(expectedAt, order) === 'passed' ? (
      expectedLate
    ) : (
      <Sentence
        text={expected}
        parts={{ day: <LocalTime at={expectedAt} locale={words.locale} dayOnly /> }}
      />
    )
  return null
}
