/** Sentences of the status page that depend on more than one fact. */

import { formatMoney } from '@/temporal/contract/money'
import type { TrackedOrder } from '@/temporal/contract/track'
import { fill, type ShopWords } from './words'

/** Where the customer's money is; once nothing more can happen to it, in the past tense. */
export const moneySentence = (order: TrackedOrder, words: ShopWords): string => {
  const { state, chargedCents, refundedCents } = order.money
  if (state === 'notCharged' && order.isClosed) return words.track.notChargedClosed
  const money = (cents: number) => formatMoney(cents, order.currency, words.moneyLocale)
  return fill(words.track.money[state], {
    charged: money(chargedCents),
    refunded: money(refundedCents),
    total: money(order.totalCents),
  })
}

/** What cancelling would mean, said before it is done. */
export const cancelConsequence = (order: TrackedOrder, words: ShopWords): string =>
  order.money.state === 'charged' || order.money.state === 'charging'
    ? fill(words.track.cancelCharged, {
        amount: formatMoney(order.money.chargedCents || order.totalCents, order.currency, words.moneyLocale),
      })
    : words.track.cancelUncharged

/** Why the order ended, or null where that needs no words. */
export const reasonSentence = (order: TrackedOrder, words: ShopWords): string | null =>
  order.outcome && words.track.reasons[order.outcome.reason]
