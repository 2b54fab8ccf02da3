import { describe, expect, it } from 'vitest'
import { approvalView, orderView } from '../../../db/testing/test-views'
import { toFactName, toSubject } from './case-subject'

describe('the subject of a case', () => {
  const line = { sku: 'MUG', name: 'Blue mug', quantity: 1, unitCents: 1, lineCents: 1 }

  it('of an order is its first product and how many more', () => {
    expect(toSubject(orderView(1, { lines: [line] }))).toBe('Blue mug')
    expect(toSubject(orderView(1, { lines: [line, line, line] }))).toBe('Blue mug and 2 more')
    expect(toSubject(orderView(1, { lines: [] }))).toBeNull()
  })

  it('of an order’s approval begins with the rule', () => {
    const payload = { rule: 'high-value', reason: 'over $100', lines: [line, line] }
    expect(toSubject(approvalView(1, { orderId: 'ord_1', payload }))).toBe('high-value · Blue mug and 1 more')
    expect(toSubject(approvalView(1, { orderId: 'ord_1', payload: {} }))).toBeNull()
  })

  it.each<[Record<string, unknown>, string | null]>([
    [{}, null],
    [{ customer: 'Halden Books', parcels: 2 }, 'customer Halden Books · parcels 2'],
    [{ latePayments: 0, net_days: 30 }, 'late payments 0 · net days 30'],
    [{ lines: [], supplier: { name: 'Aldo' }, ok: true, note: '' }, null],
    [{ long: 'x'.repeat(61), a: 'one', b: 'two', c: 'three', d: 'four' }, 'a one · b two · c three'],
  ])('of another approval are the short facts of its payload: %j', (payload, subject) => {
    expect(toSubject(approvalView(1, { orderId: null, payload }))).toBe(subject)
  })

  it.each([
    ['supplierName', 'supplier name'],
    ['IBAN', 'IBAN'],
    ['net_days', 'net days'],
    ['Invoice-No', 'invoice no'],
    ['größeCm', 'größe cm'],
  ])('reads the key %s as “%s”', (key, name) => {
    expect(toFactName(key)).toBe(name)
  })
})
