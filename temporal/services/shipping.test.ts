import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serviceEvents } from '../../db/schema/services'
import { openTestShop, type TestShop } from '../testing/test-shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openTestShop({ A: 1 })
})
afterAll(() => shop.database.drop())

const LINES = [{ sku: 'A', quantity: 1 }]
const ship = (
  orderId: string,
  carrier: { shippedAfterMs: number; deliveredAfterMs: number } | null,
  key = 'k',
) =>
  shop
    .bridgeWith({ carrier })
    .invoke('shipping', 'createShipment', { orderId, lines: LINES }, `${key}:${orderId}`)
const eventsOf = async (orderId: string) => {
  const events = await shop.database.db.select().from(serviceEvents).orderBy(serviceEvents.event)
  return events.filter((event) => event.orderId === orderId)
}

describe('createShipment', () => {
  it('creates one shipment for an order, whatever the key', async () => {
    const keys = Array.from({ length: 20 }, (_, i) => `key-${i % 4}`)
    const results = await Promise.all(keys.map((key) => ship('once', null, key)))
    expect(new Set(results.map(({ shipmentId }) => shipmentId)).size).toBe(1)
    expect(await eventsOf('once')).toMatchObject([{ event: 'shipmentCreated', dueAt: null }])
  })

  it('returns the expected delivery of a carrier that gives one, the same for each call', async () => {
    expect(await ship('unexpected', null)).toEqual({ shipmentId: expect.any(String) })
    const carrier = { shippedAfterMs: 2_000, deliveredAfterMs: 3_000 }
    const first = await ship('expected', carrier)
    expect(await ship('expected', carrier, 'another key')).toEqual(first)
    const delivery = (await eventsOf('expected')).find(({ event }) => event === 'delivered')
    expect(Date.parse(first.expectedAt ?? '')).toBe(Date.parse(delivery?.dueAt ?? ''))
  })

  it('simulates a carrier that delivers after it has shipped', async () => {
    await ship('played', { shippedAfterMs: 2_000, deliveredAfterMs: 3_000 })
    const [created, shipped, delivered] = await eventsOf('played')
    const begin = Date.parse(created?.createdAt ?? '')
    expect([shipped?.event, Date.parse(shipped?.dueAt ?? '') - begin]).toEqual(['shipped', 2_000])
    expect([delivered?.event, Date.parse(delivered?.dueAt ?? '') - begin]).toEqual(['delivered', 5_000])
  })

  it('leaves the events to a real carrier where one is connected', async () => {
    await ship('real', null)
    expect((await eventsOf('real')).map(({ event }) => event)).toEqual(['shipmentCreated'])
  })

  it('refuses to ship nothing', async () => {
    const call = shop.bridge.invoke(
      'shipping',
      'createShipment',
      { orderId: 'empty', lines: [] },
      'ship:empty',
    )
    await expect(call).rejects.toMatchObject({ code: 'SHIPMENT_REFUSED' })
  })
})
