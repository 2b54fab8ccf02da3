import { describe, expect, it } from 'vitest'
import {
  type ActivityStreamItem,
  renderEntry,
  type StreamCode,
} from '@/temporal/contract/cases/activity-stream'
import { SYSTEM } from '@/temporal/contract/cases/senders'
import { mergeActivity } from './merge-activity'

const entry = (id: number, code: StreamCode, second: number): ActivityStreamItem =>
  renderEntry({
    id,
    code,
    params: {},
    sender: SYSTEM,
    timestamp: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
  })
const order = [entry(1, 'orderPlaced', 0), entry(2, 'approvalAsked', 1), entry(3, 'approvalAnswered', 9)]
const approval = [entry(1, 'approvalOpened', 1), entry(2, 'claimed', 4), entry(3, 'approved', 8)]

describe('mergeActivity', () => {
  it('merges order and approval by time, each event once', () => {
    expect(mergeActivity(order, approval).map(({ code }) => code)).toEqual([
      'orderPlaced',
      'approvalAsked',
      'claimed',
      'approved',
    ])
  })

  it('gives every entry a unique key', () => {
    const keys = mergeActivity(order, approval).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('returns a single stream in full', () => {
    expect(mergeActivity(undefined, approval)).toHaveLength(3)
    expect(mergeActivity(order, undefined)).toHaveLength(3)
    expect(mergeActivity(undefined, undefined)).toEqual([])
  })
})
