import { describe, expect, it } from 'vitest'
import { approvalView, at, orderView } from '@/db/testing/test-views'
import type { StreamCode } from '@/temporal/contract/cases/activity-stream'
import { SYSTEM } from '@/temporal/contract/cases/senders'
import type { OrderView } from '@/temporal/contract/orders/order'
import { TRACK_STEPS } from '@/temporal/contract/orders/order-tracking'
import { ORDER_STATES } from '@/temporal/contract/states'
import { toTrackedOrder } from './to-tracked-order'

const tracked = (change: Partial<OrderView>, dueAt: string | null = null) =>
  toTrackedOrder(orderView(1, change), {
    address: null,
    approval: dueAt === null ? null : approvalView(1, { dueAt }),
    isLive: true,
    asOf: at(10),
  })
const stream = (...codes: StreamCode[]) =>
  codes.map((code, index) => ({ id: index + 1, code, params: {}, sender: SYSTEM, timestamp: at(index) }))
const SHIPMENT = { shipmentId: 'shp_1', scheduledAt: at(1), shippedAt: null, deliveredAt: null }

describe('expected times', () => {
  it('include the approval’s deadline only while it is open', () => {
    expect(tracked({ state: 'AWAITING_APPROVAL' }, at(60)).checkBy).toBe(at(60))
    expect(tracked({ state: 'AWAITING_APPROVAL' }).checkBy).toBeNull()
    expect(tracked({ state: 'PROCESSING_PAYMENT' }, at(60)).checkBy).toBeNull()
    const cancelRequest = { by: SYSTEM, reason: '', at: at(2) }
    expect(tracked({ state: 'AWAITING_APPROVAL', cancelRequest }, at(60)).checkBy).toBeNull()
  })

  it('include the carrier’s date until delivery, or none', () => {
    const shipment = { ...SHIPMENT, expectedAt: at(90) }
    expect(tracked({ state: 'CONFIRMED', shipment }).expectedAt).toBe(at(90))
    expect(tracked({ state: 'SHIPPED', shipment }).expectedAt).toBe(at(90))
    expect(tracked({ state: 'SHIPPED', shipment: SHIPMENT }).expectedAt).toBeNull()
    const delivered = { ...shipment, deliveredAt: at(80) }
    expect(tracked({ state: 'DELIVERED', shipment: delivered }).expectedAt).toBeNull()
    expect(tracked({ state: 'FAILED', shipment }).expectedAt).toBeNull()
  })
})

describe('steps', () => {
  it.each(ORDER_STATES)('are the same five in the state %s', (state) => {
    expect(tracked({ state }).steps.map(({ step }) => step)).toEqual([...TRACK_STEPS])
  })

  it('complete the review of an order without approval once its stock is reserved', () => {
    const reviewOf = (change: Partial<OrderView>) =>
      tracked({ state: 'PROCESSING_PAYMENT', ...change }).steps.find(({ step }) => step === 'reviewed')
    const reserved = stream('orderPlaced', 'stockReserved')
    expect(reviewOf({ stream: reserved })).toMatchObject({ status: 'done', at: at(1) })
    const rule = { rule: 'high-value', reason: 'total over $100.00' } as const
    expect(reviewOf({ stream: reserved, rule })).toMatchObject({ status: 'current', at: null })
    const answered = stream('orderPlaced', 'stockReserved', 'approvalAsked', 'approvalAnswered')
    expect(reviewOf({ stream: answered, rule })).toMatchObject({ status: 'done', at: at(3) })
  })
})

describe('an order of nothing', () => {
  const LINE = { sku: 'MUG-BLUE', name: 'Blue mug', quantity: 1, unitCents: 0, lineCents: 0 }
  const free = (change: Partial<OrderView>) => tracked({ lines: [LINE], totalCents: 0, ...change })

  it('has paid by owing nothing, in every state', () => {
    for (const state of ORDER_STATES) expect(free({ state }).money.state).toBe('nothingToPay')
    const { steps, timeline } = free({
      state: 'CONFIRMED',
      stream: stream('orderPlaced', 'stockReserved', 'nothingToPay', 'orderConfirmed'),
    })
    expect(steps.find(({ step }) => step === 'paid')).toMatchObject({ status: 'done', at: at(2) })
    expect(timeline.map(({ event }) => event)).toContain('nothingToPay')
  })

  it('is not one before it is priced', () => {
    expect(tracked({ state: 'VALIDATING', lines: [], totalCents: 0 }).money.state).toBe('notCharged')
  })
})

describe('timeline', () => {
  it('has amounts in minor units, for each language to format', () => {
    const { timeline } = tracked({
      payment: { status: 'refunded', chargedCents: 41_00, refundedCents: 40_00 },
      stream: stream('orderPlaced', 'paymentCharged', 'paymentRefunded'),
    })
    expect(timeline.map(({ event, amountCents }) => [event, amountCents])).toEqual([
      ['placed', null],
      ['paid', 41_00],
      ['refunded', 40_00],
    ])
  })
})
