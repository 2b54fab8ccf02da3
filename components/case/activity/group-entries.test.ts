import { describe, expect, it } from 'vitest'
import { renderEntry, type StreamCode, SYSTEM } from '@/temporal/contract/cases/activity-stream'
import { countByType, type EntryGroup, groupEntries } from './group-entries'

const story = (...codes: StreamCode[]) =>
  codes.map((code, id) => ({
    ...renderEntry({ id, code, params: {}, sender: SYSTEM, timestamp: '2026-01-01T00:00:00.000Z' }),
    key: `k${id}`,
  }))
const outage: StreamCode[] = ['needsAttention', 'attentionCleared', 'needsAttention', 'attentionCleared']
const unfold = (chapters: readonly EntryGroup[]) =>
  chapters.flatMap((chapter) => (chapter.kind === 'fold' ? chapter.items : [chapter.item]))
const kinds = (chapters: readonly EntryGroup[]) => chapters.map(({ kind }) => kind)

describe('groupEntries', () => {
  it('groups repeated entries of the system', () => {
    expect(kinds(groupEntries(story('orderPlaced', ...outage, 'paymentCharged')))).toEqual([
      'entry',
      'fold',
      'entry',
    ])
    expect(kinds(groupEntries(story('reminded', 'reminded', 'reminded', 'reminded')))).toEqual(['fold'])
  })

  it('groups neither the ordinary steps of an order nor entries of people', () => {
    const ordinary = story('orderValidated', 'stockReserved', 'approvalAsked', 'orderConfirmed')
    expect(kinds(groupEntries(ordinary))).toEqual(Array(4).fill('entry'))
    expect(kinds(groupEntries(story('commented', 'commented', 'commented', 'commented')))).toEqual(
      Array(4).fill('entry'),
    )
  })

  it('loses no entry and keeps the order', () => {
    const items = story('orderPlaced', ...outage, 'commented', ...outage, ...outage, 'delivered')
    expect(unfold(groupEntries(items))).toEqual(items)
  })
})

describe('countByType', () => {
  it('counts each kind that occurs', () => {
    expect([...countByType(story('orderPlaced', 'claimed', 'shipped'))]).toEqual([
      ['person', 2],
      ['shipment', 1],
    ])
  })
})
