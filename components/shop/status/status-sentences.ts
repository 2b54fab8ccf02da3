/** Sentences of the status page that depend on more than one fact. */

import { formatMoney } from '@/temporal/contract/money'
import type { MoneyState, TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { interpolate } from '../interpolate'
import type { ShopMessages } from '../messages/shop-messages'

const moneyFormatter = (order: TrackedOrder, messages: ShopMessages) => (cents: number) =>
  formatMoney(cents, order.currency, messages.moneyLocale)

/** Where the customer's money is; in the past tense once that is final. */
export const moneySentence = (order: TrackedOrder, messages: ShopMessages): string => {
  const { state, chargedCents, refundedCents } = order.money
  const isUnsuccessful = order.isClosed && order.outcome?.reason !== 'completed'
  if (state === 'nothingToPay' && isUnsuccessful) return messages.track.notChargedClosed
  if (state === 'notCharged' && order.isClosed) return messages.track.notChargedClosed
  const money = moneyFormatter(order, messages)
  return interpolate(messages.track.money[state], {
    charged: money(chargedCents),
    refunded: money(refundedCents),
    total: money(order.totalCents),
  })
}

/** Why the order ended and what follows, or the next step. */
export const nextSentence = (order: TrackedOrder, messages: ShopMessages): string => {
  const { track } = messages
  if (order.outcome && order.isClosed) {
    const { reason, next } = track.endings[order.outcome.reason]
    return [reason, next, moneySentence(order, messages)].filter(Boolean).join(' ')
  }
  if (order.outcome) return [track.endings[order.outcome.reason].reason, track.next[order.headline]].join(' ')
  return order.isDelayed ? track.delayed : track.next[order.headline]
}

/** What cancelling means for goods and money, and until when it is possible. */
export const cancelConsequences = (order: TrackedOrder, messages: ShopMessages): string[] => {
  const amount = moneyFormatter(order, messages)(order.money.chargedCents || order.totalCents)
  return [
    messages.track.cancelStock,
    interpolate(messages.track.cancelMoney[order.money.state satisfies MoneyState], { amount }),
    messages.track.cancelUntil,
  ]
}

export type DueState = 'future' | 'passed'

/** Whether a promised time is in the future. */
export const getDueState = (at: string, { asOf }: TrackedOrder): DueState => (at > asOf ? 'future' : 'passed')
