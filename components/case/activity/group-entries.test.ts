import { describe, expect, it } from 'vitest'
import { renderEntry, type StreamCode } from '@/temporal/contract/cases/activity-stream'
import { SYSTEM } from '@/temporal/contract/cases/senders'
import { countByType, type EntryGroup, groupEntries } from './group-entries'

const entries = (...codes: StreamCode[]) =>
  codes.map((code, id) => ({
    ...renderEntry({ id, code, params: {}, sender: SYSTEM, timestamp: '2026-01-01T00:00:00.000Z' }),
    key: `k${id}`,
  }))
const outage: StreamCode[] = ['needsAttention', 'attentionCleared', 'needsAttention', 'attentionCleared']
const flatten = (groups: readonly EntryGroup[]) =>
  groups.flatMap((group) => (group.kind === 'repeated' ? group.items : [group.item]))
const kinds = (groups: readonly EntryGroup[]) => groups.map(({ kind }) => kind)

describe('groupEntries', () => {
  it('groups repeated entries of the system', () => {
    expect(kinds(groupEntries(entries('orderPlaced', ...outage, 'paymentCharged')))).toEqual([
      'entry',
      'repeated',
      'entry',
    ])
    expect(kinds(groupEntries(entries('reminded', 'reminded', 'reminded', 'reminded')))).toEqual(['repeated'])
  })

  it('groups neither the ordinary steps of an order nor entries of people', () => {
    const ordinary = entries('orderValidated', 'stockReserved', 'approvalAsked', 'orderConfirmed')
    expect(kinds(groupEntries(ordinary))).toEqual(Array(4).fill('entry'))
    expect(kinds(groupEntries(entries('commented', 'commented', 'commented', 'commented')))).toEqual(
      Array(4).fill('entry'),
    )
  })

  it('loses no entry and keeps the order', () => {
    const items = entries('orderPlaced', ...outage, 'commented', ...outage, ...outage, 'delivered')
    expect(flatten(groupEntries(items))).toEqual(items)
  })
})

describe('countByType', () => {
  it('counts each kind that occurs', () => {
    expect([...countByType(entries('orderPlaced', 'claimed', 'shipped'))]).toEqual([
      ['person', 2],
      ['shipment', 1],
    ])
  })
})
