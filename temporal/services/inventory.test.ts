import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idempotencyRecords, reservations, serviceEvents } from '../../db/schema/services'
import { countOutcomes, openTestShop, type TestShop } from '../testing/test-shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openTestShop({ A: 1_000, B: 1_000, FEW: 3, NONE: 0, HOT: 25, RACE: 1_000 })
})
afterAll(() => shop.database.drop())

let orders = 0
const newOrder = () => `ord-${++orders}`
const reserve = (orderId: string, lines: Record<string, number>, key = `reserve:${orderId}`) =>
  shop.bridge.invoke(
    'inventory',
    'reserveInventory',
    { orderId, lines: Object.entries(lines).map(([sku, quantity]) => ({ sku, quantity })) },
    key,
  )
const release = (orderId: string, key = `release:${orderId}`) =>
  shop.bridge.invoke('inventory', 'releaseStock', { orderId }, key)
const refused = (code: string, message: string) => ({ name: 'BusinessError', code, message })

describe('reserving', () => {
  it('reserves all lines and records an event that is not delivered', async () => {
    const orderId = newOrder()
    const before = await shop.stockOf('A')
    expect(await reserve(orderId, { A: 2, B: 3 })).toEqual({ reserved: true })
    expect(before - (await shop.stockOf('A'))).toBe(2)
    const events = await shop.database.db.select().from(serviceEvents)
    expect(events.find((event) => event.orderId === orderId)).toMatchObject({
      event: 'inventoryReserved',
      dueAt: null,
    })
  })

  it('reserves nothing when any line is short, and names the product and quantities', async () => {
    const before = [await shop.stockOf('A'), await shop.stockOf('FEW')]
    await expect(reserve(newOrder(), { A: 1, FEW: 5 })).rejects.toMatchObject(
      refused('PARTIAL_STOCK', 'Only 3 of Product FEW in stock; 5 ordered'),
    )
    await expect(reserve(newOrder(), { A: 1, NONE: 1, FEW: 5 })).rejects.toMatchObject(
      refused(
        'OUT_OF_STOCK',
        'Product NONE is sold out; 1 ordered. Only 3 of Product FEW in stock; 5 ordered',
      ),
    )
    await expect(reserve(newOrder(), { A: 1, NO_SUCH: 1 })).rejects.toMatchObject(
      refused('UNKNOWN_PRODUCT', 'Not in the catalogue: NO_SUCH'),
    )
    await expect(reserve(newOrder(), {})).rejects.toMatchObject({ code: 'INVALID_QUANTITY' })
    expect([await shop.stockOf('A'), await shop.stockOf('FEW')]).toEqual(before)
  })

  it('adds up lines of the same product before it compares them with the stock', async () => {
    const lines = [1, 2, 1].map((quantity) => ({ sku: 'FEW', quantity }))
    const call = shop.bridge.invoke(
      'inventory',
      'reserveInventory',
      { orderId: newOrder(), lines },
      'reserve:sum',
    )
    await expect(call).rejects.toMatchObject(
      refused('PARTIAL_STOCK', 'Only 3 of Product FEW in stock; 4 ordered'),
    )
  })

  it('runs once when one key arrives 20 times at once', async () => {
    const orderId = newOrder()
    const before = await shop.stockOf('A')
    const counts = await countOutcomes(Array.from({ length: 20 }, () => reserve(orderId, { A: 1 })))
    expect(counts).toEqual({ '{"reserved":true}': 20 })
    expect(before - (await shop.stockOf('A'))).toBe(1)
  })

  it('repeats a refusal under its key, even after stock was released', async () => {
    const [holder, loser] = [newOrder(), newOrder()]
    await reserve(holder, { FEW: 3 })
    await expect(reserve(loser, { FEW: 1 })).rejects.toMatchObject({ code: 'OUT_OF_STOCK' })
    await release(holder)
    await expect(reserve(loser, { FEW: 1 })).rejects.toMatchObject({ code: 'OUT_OF_STOCK' })
    expect(await reserve(loser, { FEW: 1 }, 'another key')).toEqual({ reserved: true })
    await release(loser)
  })

  it('never sells more than there is when 60 orders want 25', async () => {
    const counts = await countOutcomes(Array.from({ length: 60 }, () => reserve(newOrder(), { HOT: 1 })))
    expect(counts).toEqual({ '{"reserved":true}': 25, OUT_OF_STOCK: 35 })
    expect(await shop.stockOf('HOT')).toBe(0)
  })

  it('does not deadlock when orders hold the same products in opposite order', async () => {
    const calls = Array.from({ length: 80 }, (_, i) => {
      const orderId = newOrder()
      const lines = { A: 1, B: 1, RACE: 1 }
      const order = reserve(orderId, i % 2 ? lines : Object.fromEntries(Object.entries(lines).reverse()))
      return i % 4 < 2 ? order.then(() => release(orderId)) : order
    })
    expect(await countOutcomes(calls)).toEqual({ '{"reserved":true}': 40, '{"released":true}': 40 })
  })
})

describe('releasing', () => {
  it('returns reserved stock once', async () => {
    const orderId = newOrder()
    const before = await shop.stockOf('A')
    await reserve(orderId, { A: 7 })
    const counts = await countOutcomes(
      Array.from({ length: 10 }, (_, i) => release(orderId, `release:${orderId}:${i % 5}`)),
    )
    expect(counts['{"released":true}']).toBe(2) // one key released it and was used twice
    expect(await shop.stockOf('A')).toBe(before)
  })

  it('before the reservation refuses a later reservation', async () => {
    const orderId = newOrder()
    const before = await shop.stockOf('A')
    expect(await release(orderId)).toEqual({ released: false })
    await expect(reserve(orderId, { A: 1 })).rejects.toMatchObject({ code: 'OUT_OF_STOCK' })
    expect(await shop.stockOf('A')).toBe(before)
  })

  it('ends with nothing reserved whichever side of a race with the reservation wins', async () => {
    const before = await shop.stockOf('RACE')
    const racing = Array.from({ length: 40 }, newOrder)
    await Promise.allSettled(racing.flatMap((orderId) => [reserve(orderId, { RACE: 1 }), release(orderId)]))
    expect(await shop.stockOf('RACE')).toBe(before)
    const rows = await shop.database.db.select().from(reservations)
    const left = rows.filter(({ orderId, status }) => racing.includes(orderId) && status === 'reserved')
    expect(left).toEqual([])
  })

  it('replaces the result of the reservation, so that a workflow that was reset does not ship', async () => {
    const orderId = newOrder()
    await reserve(orderId, { A: 1 })
    await release(orderId)
    await expect(reserve(orderId, { A: 1 })).rejects.toMatchObject({ code: 'OUT_OF_STOCK' })
  })
})

it('a command that fails writes nothing and can be retried', async () => {
  const orderId = newOrder()
  await expect(reserve(orderId, { 'A\0': 1 })).rejects.not.toMatchObject({ name: 'BusinessError' })
  const calls = await shop.database.db.select().from(idempotencyRecords)
  expect(calls.some(({ idempotencyKey }) => idempotencyKey === `reserve:${orderId}`)).toBe(false)
  expect(await reserve(orderId, { A: 1 })).toEqual({ reserved: true })
})
