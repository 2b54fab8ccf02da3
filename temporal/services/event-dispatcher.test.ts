import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { serviceEvents } from '../../db/schema/services'
import { openTestShop, type TestShop } from '../testing/test-shop'
import { type DeliverSignal, startEventDispatcher } from './event-dispatcher'

let shop: TestShop
beforeAll(async () => {
  shop = await openTestShop({ A: 1 })
})
afterAll(() => shop.database.drop())
beforeEach(async () => {
  await shop.database.db.delete(serviceEvents)
})

const silent = { info: () => {}, warn: () => {}, error: () => {} }
const start = (deliver: DeliverSignal, pollMs = 20) =>
  startEventDispatcher({ db: shop.database.db, deliver, log: silent, pollMs })

const AT_ONCE = { shippedAfterMs: 0, deliveredAfterMs: 0 }
let orders = 0
const newOrder = () => `ord-${++orders}`
const ship = (orderId: string, carrier = AT_ONCE) =>
  shop
    .bridgeWith({ carrier })
    .invoke('shipping', 'createShipment', { orderId, lines: [{ sku: 'A', quantity: 1 }] }, `ship:${orderId}`)
const chargeSlowly = (orderId: string) =>
  shop.bridge.invoke(
    'payment',
    'processPayment',
    { orderId, amountCents: 5_00, currency: 'USD', paymentToken: 'tok_slow' },
    `charge:${orderId}`,
  )
const waiting = async () => {
  const events = await shop.database.db.select().from(serviceEvents)
  return events.filter(({ dueAt, deliveredAt }) => dueAt !== null && deliveredAt === null).length
}
const untilDone = () =>
  vi.waitFor(async () => expect(await waiting()).toBe(0), { timeout: 15_000, interval: 20 })

/** Remembers what was delivered, as `order status`. */
const recorder = (answer: (orderId: string, calls: string[]) => 'delivered' | 'gone' = () => 'delivered') => {
  const calls: string[] = []
  const deliver: DeliverSignal = async (orderId, _, { status }) => {
    calls.push(`${orderId} ${status}`)
    return answer(orderId, calls)
  }
  return { calls, deliver }
}

describe('the event dispatcher', () => {
  it('signals shipped and then delivered, with the event as dedupe key', async () => {
    const orderId = newOrder()
    await ship(orderId)
    const deliver = vi.fn<DeliverSignal>(async () => 'delivered')
    const dispatcher = start(deliver)
    await untilDone()
    await dispatcher.stop()
    const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)
    expect(deliver.mock.calls).toEqual([
      [orderId, 'updateOrderStatus', { status: 'shipped', dedupeKey: `shipped:${orderId}`, at: isoTime }],
      [orderId, 'updateOrderStatus', { status: 'delivered', dedupeKey: `delivered:${orderId}`, at: isoTime }],
    ])
  })

  it('completes a slow charge when it is due, and signals the order', async () => {
    const orderId = newOrder()
    const { paymentId } = await chargeSlowly(orderId)
    const deliver = vi.fn<DeliverSignal>(async () => 'delivered')
    const dispatcher = start(deliver)
    await untilDone()
    await dispatcher.stop()
    const payload = { status: 'charged', paymentId, dedupeKey: `paymentProcessed:${orderId}` }
    expect(deliver.mock.calls).toEqual([[orderId, 'paymentCompleted', payload]])
    expect((await shop.paymentOf(`charge:${orderId}`))?.status).toBe('charged')
  })

  it('sends no signal for a slow charge that was voided', async () => {
    const orderId = newOrder()
    await chargeSlowly(orderId)
    await shop.bridge.invoke(
      'payment',
      'refundPayment',
      { orderId, chargeKey: `charge:${orderId}` },
      `refund:${orderId}`,
    )
    const { calls, deliver } = recorder()
    const dispatcher = start(deliver)
    await untilDone()
    await dispatcher.stop()
    expect(calls).toEqual([])
  })

  it('marks an event as delivered when its workflow is gone', async () => {
    await ship(newOrder())
    const { calls, deliver } = recorder(() => 'gone')
    const dispatcher = start(deliver)
    await untilDone()
    await dispatcher.stop()
    expect(calls).toHaveLength(2)
  })

  it('does not deliver an event before it is due', async () => {
    const orderId = newOrder()
    await ship(orderId, { shippedAfterMs: 0, deliveredAfterMs: 60_000 })
    const { calls, deliver } = recorder()
    const dispatcher = start(deliver)
    await vi.waitFor(async () => expect(await waiting()).toBe(1))
    await dispatcher.stop()
    expect(calls).toEqual([`${orderId} shipped`])
  })

  it('retries after a failure and keeps the order of events meanwhile', async () => {
    const [poor, rich] = [newOrder(), newOrder()]
    await Promise.all([ship(poor), ship(rich)])
    let failures = 0
    const { calls, deliver } = recorder((orderId) => {
      if (orderId === poor && failures++ < 2) throw new Error('Temporal is down')
      return 'delivered'
    })
    const dispatcher = start(deliver)
    await untilDone()
    await dispatcher.stop()
    const ofPoor = calls.filter((call) => call.startsWith(`${poor} `))
    expect(ofPoor).toEqual([`${poor} shipped`, `${poor} shipped`, `${poor} shipped`, `${poor} delivered`])
    expect(calls.filter((call) => call.startsWith(`${rich} `))).toHaveLength(2)
  })

  it('runs in several workers: each event once, in order for each order, more than 30 orders per second', async () => {
    const all = Array.from({ length: 150 }, newOrder)
    await Promise.all(all.map((orderId) => ship(orderId)))
    const calls: string[] = []
    const deliver: DeliverSignal = async (orderId, _, { status }) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      calls.push(`${orderId} ${status}`)
      return 'delivered'
    }
    const started = performance.now()
    const workers = [start(deliver), start(deliver), start(deliver)]
    await untilDone()
    const seconds = (performance.now() - started) / 1_000
    await Promise.all(workers.map((worker) => worker.stop()))
    expect(new Set(calls).size).toBe(300)
    expect(calls).toHaveLength(300)
    for (const orderId of all) {
      expect(calls.indexOf(`${orderId} shipped`)).toBeLessThan(calls.indexOf(`${orderId} delivered`))
    }
    expect(150 / seconds).toBeGreaterThan(30)
  })

  it('finishes the batch in progress before it stops', async () => {
    await ship(newOrder())
    let finish = () => {}
    const begun = new Promise<void>((resolve) => {
      finish = resolve
    })
    const deliver = vi.fn<DeliverSignal>(async () => {
      await begun
      return 'delivered'
    })
    const dispatcher = start(deliver)
    await vi.waitFor(() => expect(deliver).toHaveBeenCalled())
    const stopped = dispatcher.stop()
    finish()
    await stopped
    expect(await waiting()).toBe(1)
    expect(deliver).toHaveBeenCalledTimes(1)
  })

  it('survives the loss of its connection, and another worker delivers its batch', async () => {
    await ship(newOrder())
    let giveUp = () => {}
    const hanging = vi.fn<DeliverSignal>(
      () => new Promise((_, reject) => (giveUp = () => reject(new Error('down')))),
    )
    const stuck = start(hanging)
    await vi.waitFor(() => expect(hanging).toHaveBeenCalled())
    const { calls, deliver } = recorder()
    const healthy = start(deliver)
    await shop.database.db.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`)
    await untilDone()
    expect(calls).toHaveLength(2)
    await healthy.stop()
    giveUp()
    await stuck.stop()
  })
})
