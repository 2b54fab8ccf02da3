import { describe, expect, it } from 'vitest'
import type { MoneyState, TrackedOrder } from '@/temporal/contract/track'
import { cancelConsequence, moneySentence } from './status-words'
import { fill, shopWords } from './words'

const order = (state: MoneyState, change: Partial<TrackedOrder> = {}): TrackedOrder => ({
  number: '7K2M9QXP',
  version: 1,
  headline: 'preparing',
  isDelayed: false,
  isClosed: false,
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
const words = shopWords()

describe('moneySentence', () => {
  it.each([
    [order('notCharged'), 'You have not been charged.'],
    [order('notCharged', { isClosed: true }), 'No money was taken.'],
    [order('charging'), 'A payment of $41.00 is under way.'],
    [order('charged'), 'You paid $41.00.'],
    [order('returning'), 'We are giving back the $41.00 you paid.'],
    [order('refunded'), 'We gave back $41.00. Banks usually show it within 3 to 5 working days.'],
  ])('tells where the money is (%#)', (subject, sentence) => {
    expect(moneySentence(subject, words)).toBe(sentence)
  })
})

describe('cancelConsequence', () => {
  it.each(['charged', 'charging'] as const)('promises the money back once it is %s', (state) => {
    expect(cancelConsequence(order(state), words)).toContain('$41.00')
  })

  it('says that nothing is charged where nothing was', () => {
    expect(cancelConsequence(order('notCharged'), words)).toBe(words.track.cancelUncharged)
  })
})

describe('the dictionary', () => {
  it('speaks no word of ours to a customer', () => {
    const spoken: string[] = []
    JSON.stringify(words, (_key, value) => {
      if (typeof value === 'string') spoken.push(value)
      return value
    })
    expect(spoken.filter((text) => /workflow|approver|approval|[A-Z]{2,}_[A-Z]/.test(text))).toEqual([])
  })

  it('leaves a gap that it cannot fill', () => {
    expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}')
  })
})
