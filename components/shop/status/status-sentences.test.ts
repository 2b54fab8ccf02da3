import { describe, expect, it } from 'vitest'
import { BUSINESS_ERROR_CODES } from '@/temporal/contract/errors'
import { OUTCOMES, type OutcomeCode } from '@/temporal/contract/orders/order'
import {
  CUSTOMER_EVENTS,
  CUSTOMER_REASONS,
  HEADLINES,
  type MoneyState,
  type TrackedOrder,
} from '@/temporal/contract/orders/order-tracking'
import { interpolate } from '../interpolate'
import { messagesFor, type ShopMessages } from '../messages/shop-messages'
import { LANGUAGES } from '../negotiate-language'
import { cancelConsequences, moneySentence, nextSentence } from './status-sentences'

const order = (state: MoneyState, change: Partial<TrackedOrder> = {}): TrackedOrder => ({
  number: '7K2M9QXP',
  version: 1,
  headline: 'preparing',
  isDelayed: false,
  isClosed: false,
  checkBy: null,
  expectedAt: null,
  placedAt: '2026-11-20T10:41:00Z',
  purchasedAt: null,
  steps: [],
  lines: [],
  totalCents: 4100,
  currency: 'USD',
  money: {
    state,
    chargedCents: state === 'notCharged' || state === 'charging' ? 0 : 4100,
    refundedCents: state === 'refunded' ? 4100 : 0,
  },
  deliverTo: null,
  timeline: [],
  canCancel: true,
  outcome: null,
  isLive: true,
  asOf: '2026-11-20T10:41:00Z',
  ...change,
})
const english = messagesFor('en')

/** Payment sentences of closed orders. */
const MONEY_AT_THE_END: Record<Exclude<MoneyState, 'charging' | 'returning'>, RegExp> = {
  nothingToPay: /(?:No money was taken|There is nothing to pay)\.$/,
  notCharged: /No money was taken\.$/,
  charged: /You paid \$41\.00\.$/,
  refunded: /We gave back \$41\.00\. Banks usually show it within 3 to 5 working days\.$/,
}
const CODES: OutcomeCode[] = [...OUTCOMES, ...BUSINESS_ERROR_CODES]

describe('moneySentence', () => {
  it.each([
    [order('notCharged'), 'You have not been charged.'],
    [order('notCharged', { isClosed: true }), 'No money was taken.'],
    [order('nothingToPay'), 'There is nothing to pay.'],
    [
      order('nothingToPay', { isClosed: true, outcome: { reason: 'asAsked', words: null } }),
      'No money was taken.',
    ],
    [order('charging'), 'A payment of $41.00 is under way.'],
    [order('charged'), 'You paid $41.00.'],
    [order('returning'), 'We are giving back the $41.00 you paid.'],
    [order('refunded'), 'We gave back $41.00. Banks usually show it within 3 to 5 working days.'],
  ])('says where the money is (%#)', (subject, sentence) => {
    expect(moneySentence(subject, english)).toBe(sentence)
  })

  it('formats money by locale', () => {
    expect(moneySentence(order('charged'), messagesFor('de'))).toBe('Sie haben 41,00\u00a0$ bezahlt.')
  })
})

describe('nextSentence', () => {
  it.each(CODES)('says why an order ended with %s, what follows, and where the money is', (code) => {
    for (const [state, money] of Object.entries(MONEY_AT_THE_END)) {
      const ended = order(state as MoneyState, {
        isClosed: true,
        headline: code === 'COMPLETED' ? 'delivered' : 'failed',
        outcome: { reason: CUSTOMER_REASONS[code], words: null },
      })
      const { reason, next } = english.track.endings[CUSTOMER_REASONS[code]]
      expect(reason === '').toBe(code === 'COMPLETED')
      expect(next).not.toBe('')
      expect(nextSentence(ended, english)).toContain([reason, next].filter(Boolean).join(' '))
      expect(nextSentence(ended, english)).toMatch(money)
    }
  })

  it.each(HEADLINES)('says what comes next while the order is open: %s', (headline) => {
    expect(nextSentence(order('notCharged', { headline }), english)).toBe(english.track.next[headline])
  })

  it('says that an order is delayed', () => {
    expect(nextSentence(order('charged', { isDelayed: true }), english)).toBe(english.track.delayed)
  })
})

describe('cancelConsequences', () => {
  it.each(['charged', 'charging'] as const)('promises the money back where the payment is %s', (state) => {
    expect(cancelConsequences(order(state), english).join(' ')).toContain('$41.00')
  })

  it('says what happens to goods and money, and until when cancelling is possible', () => {
    const { cancelStock, cancelMoney, cancelUntil } = english.track
    expect(cancelConsequences(order('notCharged'), english)).toEqual([
      cancelStock,
      cancelMoney.notCharged,
      cancelUntil,
    ])
  })
})

const spokenIn = (messages: ShopMessages): Map<string, string> => {
  const spoken = new Map<string, string>()
  const walk = (path: string, value: unknown): void => {
    if (typeof value === 'string') spoken.set(path, value)
    else for (const [key, child] of Object.entries(value as object)) walk(`${path}.${key}`, child)
  }
  walk('', messages)
  return spoken
}

describe.each(LANGUAGES)('the messages in %s', (language) => {
  const messages = messagesFor(language)

  it('contain no internal term', () => {
    const spoken = [...spokenIn(messages).values()]
    expect(spoken.filter((text) => /workflow|approver|approval|[A-Z]{2,}_[A-Z]/i.test(text))).toEqual([])
  })

  it('cover every event and have the placeholders of English', () => {
    for (const event of Object.values(CUSTOMER_EVENTS)) expect(messages.track.events[event]).not.toBe('')
    const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort()
    const own = spokenIn(messages)
    for (const [path, text] of spokenIn(english)) expect(gaps(own.get(path) ?? ''), path).toEqual(gaps(text))
  })
})

describe('German', () => {
  it('contains no English text but names', () => {
    const own = spokenIn(messagesFor('de'))
    const same = [...spokenIn(english)].filter(([path, text]) => text !== '' && own.get(path) === text)
    expect(same.map(([path]) => path)).toEqual(['.shop', '.order.parts.labels.eircode'])
  })
})

describe('interpolate', () => {
  it('keeps a placeholder without a value', () => {
    expect(interpolate('{a} and {b}', { a: 1 })).toBe('1 and {b}')
  })
})
