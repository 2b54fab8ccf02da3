/** Sentences of the status page that depend on more than one fact. */

import { formatMoney } from '@/temporal/contract/money'
import type { MoneyState, TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { fill } from './fill'
import type { ShopWords } from './words'

const moneyOf = (order: TrackedOrder, words: ShopWords) => (cents: number) =>
  formatMoney(cents, order.currency, words.moneyLocale)

/** Where the customer's money is; once nothing more can happen to it, in the past tense. */
export const moneySentence = (order: TrackedOrder, words: ShopWords): string => {
  const { state, chargedCents, refundedCents } = order.money
  if (state === 'notCharged' && order.isClosed) return words.track.notChargedClosed
  const money = moneyOf(order, words)
  return fill(words.track.money[state], {
    charged: money(chargedCents),
    refunded: money(refundedCents),
    total: money(order.totalCents),
  })
}

/** Why it ended and what follows, or what comes next. */
export const nextSentence = (order: TrackedOrder, words: ShopWords): string => {
  const { track } = words
  if (order.outcome && order.isClosed) {
    const { reason, next } = track.endings[order.outcome.reason]
    return [reason, next, moneySentence(order, words)].filter(Boolean).join(' ')
  }
  if (order.outcome) return [track.endings[order.outcome.reason].reason, track.next[order.headline]].join(' ')
  return order.isDelayed ? track.delayed : track.next[order.headline]
}

/** What cancelling would mean, said before it is done: to the goods, to the money, and until when it can be done. */
export const cancelConsequences = (order: TrackedOrder, words: ShopWords): string[] => {
  const amount = moneyOf(order, words)(order.money.chargedCents || order.totalCents)
  return [
    words.track.cancelStock,
    fill(words.track.cancelMoney[order.money.state satisfies MoneyState], { amount }),
    words.track.cancelUntil,
  ]
}

export type Due = 'ahead' | 'passed'

/** Whether a moment that was promised is still to come. */
export const dueOf = (at: string, { asOf }: TrackedOrder): Due => (at > asOf ? 'ahead' : 'passed')
