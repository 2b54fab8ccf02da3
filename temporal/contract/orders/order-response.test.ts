import { describe, expect, it } from 'vitest'
import { orderView } from '../../../db/testing/test-views'
import type { OutcomeCode } from './order'
import { toCustomerView } from './order-response'
import { CUSTOMER_REASONS } from './order-tracking'
import { getStockStatus } from './stock-status'

const ended = (code: OutcomeCode, reason: string, customerReason?: string) =>
  toCustomerView(orderView(1, { state: 'FAILED', outcome: { code, reason, customerReason } })).outcome?.reason

describe('the outcome for the customer', () => {
  it.each(Object.keys(CUSTOMER_REASONS) as OutcomeCode[])('of %s is never empty', (code) => {
    expect(ended(code, 'text of a service')).toMatch(/\w/)
  })

  it('names the product that is sold out', () => {
    expect(ended('OUT_OF_STOCK', 'Night Ferry is sold out; 1 ordered')).toBe(
      'Night Ferry is sold out; 1 ordered',
    )
  })

  it('holds no text that was meant for staff', () => {
    expect(ended('APPROVAL_REJECTED', 'smells of fraud')).toBe('The order was not accepted')
    expect(ended('SHIPMENT_REFUSED', 'host 10.0.0.1 said no')).not.toContain('10.0.0.1')
    expect(ended('APPROVAL_REJECTED', 'No such street', 'No such street')).toBe('No such street')
  })
})

describe('getStockStatus', () => {
  const shipment = { shipmentId: 's', scheduledAt: 'a', shippedAt: null, deliveredAt: null }

  it('is reserved until the shipment, then shipped', () => {
    expect(getStockStatus(orderView(1, { stock: 'reserved' }))).toBe('reserved')
    expect(getStockStatus(orderView(1, { stock: 'reserved', shipment }))).toBe('reserved')
    expect(
      getStockStatus(orderView(1, { stock: 'reserved', shipment: { ...shipment, shippedAt: 'b' } })),
    ).toBe('shipped')
    expect(
      getStockStatus(orderView(1, { stock: 'released', shipment: { ...shipment, shippedAt: 'b' } })),
    ).toBe('released')
  })
})
