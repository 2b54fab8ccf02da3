import { describe, expect, it } from 'vitest'
import { renderEntry, type StreamCode, SYSTEM } from '@/temporal/contract/cases/activity-stream'
import { type Chapter, countsOf, foldStory } from './fold-story'

const story = (...codes: StreamCode[]) =>
  codes.map((code, id) => ({
    ...renderEntry({ id, code, params: {}, sender: SYSTEM, timestamp: '2026-01-01T00:00:00.000Z' }),
    key: `k${id}`,
  }))
const outage: StreamCode[] = ['needsAttention', 'attentionCleared', 'needsAttention', 'attentionCleared']
const unfold = (chapters: readonly Chapter[]) =>
  chapters.flatMap((chapter) => (chapter.kind === 'fold' ? chapter.items : [chapter.item]))
const kinds = (chapters: readonly Chapter[]) => chapters.map(({ kind }) => kind)

describe('foldStory', () => {
  it('folds what the system repeats', () => {
    expect(kinds(foldStory(story('orderPlaced', ...outage, 'paymentCharged')))).toEqual([
      'entry',
      'fold',
      'entry',
    ])
    expect(kinds(foldStory(story('reminded', 'reminded', 'reminded', 'reminded')))).toEqual(['fold'])
  })

  it('leaves the ordinary way of an order alone, and what people do', () => {
    const ordinary = story('orderValidated', 'stockReserved', 'approvalAsked', 'orderConfirmed')
    expect(kinds(foldStory(ordinary))).toEqual(Array(4).fill('entry'))
    expect(kinds(foldStory(story('commented', 'commented', 'commented', 'commented')))).toEqual(
      Array(4).fill('entry'),
    )
  })

  it('hides nothing and keeps the order', () => {
    const items = story('orderPlaced', ...outage, 'commented', ...outage, ...outage, 'delivered')
    expect(unfold(foldStory(items))).toEqual(items)
  })
})

describe('countsOf', () => {
  it('counts each kind that is there', () => {
    expect([...countsOf(story('orderPlaced', 'claimed', 'shipped'))]).toEqual([
      ['person', 2],
      ['shipment', 1],
    ])
  })
})
