import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serviceEvents } from '../../db/schema/services'
import { countOutcomes, openTestShop, type TestShop } from '../testing/test-shop'
import { completePendingCharge } from './payment-rows'

let shop: TestShop
beforeAll(async () => {
  shop = await openTestShop({ A: 1 })
})
afterAll(() => shop.database.drop())

let orders = 0
const newOrder = () => `ord-${++orders}`
const charge = (orderId: string, paymentToken = 'tok_approved', amountCents = 41_00) =>
  shop.bridge.invoke(
    'payment',
    'processPayment',
    { orderId, amountCents, currency: 'USD', paymentToken },
    `charge:${orderId}`,
  )
const refund = (orderId: string, key = `refund:${orderId}`) =>
  shop.bridge.invoke('payment', 'refundPayment', { orderId, chargeKey: `charge:${orderId}` }, key)
const statusOf = async (orderId: string) => (await shop.paymentOf(`charge:${orderId}`))?.status
const eventsOf = async (orderId: string) => {
  const events = await shop.database.db.select().from(serviceEvents)
  return events.filter((event) => event.orderId === orderId)
}

describe('charging', () => {
  it('charges once, however often the key arrives', async () => {
    const orderId = newOrder()
    const results = await Promise.all(Array.from({ length: 20 }, () => charge(orderId)))
    expect(new Set(results.map(({ paymentId }) => paymentId)).size).toBe(1)
    expect(await shop.paymentOf(`charge:${orderId}`)).toMatchObject({ status: 'charged', amountCents: 41_00 })
    expect(await eventsOf(orderId)).toMatchObject([{ event: 'paymentProcessed', dueAt: null }])
  })

  it.each([0, -1, Number.NaN])('refuses a charge of %s, and refunds nothing for it', async (amountCents) => {
    const orderId = newOrder()
    await expect(charge(orderId, 'tok_approved', amountCents)).rejects.toMatchObject({
      name: 'BusinessError',
      code: 'NOTHING_TO_CHARGE',
    })
    expect(await refund(orderId)).toEqual({ status: 'voided', refundedCents: 0 })
  })

  it.each([
    ['tok_declined', 'PAYMENT_DECLINED'],
    ['tok_insufficient_funds', 'INSUFFICIENT_FUNDS'],
    ['tok_no_such', 'PAYMENT_DECLINED'],
    ['toString', 'PAYMENT_DECLINED'],
  ])('%s is refused with %s for good', async (token, code) => {
    const orderId = newOrder()
    await expect(charge(orderId, token)).rejects.toMatchObject({ name: 'BusinessError', code })
    await expect(charge(orderId, 'tok_approved')).rejects.toMatchObject({ code })
    expect(await statusOf(orderId)).toBe('declined')
    expect(await refund(orderId)).toEqual({ status: 'voided', refundedCents: 0 })
  })

  it('tok_timeout takes the money and times out every call', async () => {
    const orderId = newOrder()
    for (let call = 0; call < 3; call++) {
      const started = performance.now()
      await expect(charge(orderId, 'tok_timeout')).rejects.toThrow('did not answer in time')
      expect(performance.now() - started).toBeGreaterThanOrEqual(19)
      expect(await statusOf(orderId)).toBe('charged')
    }
    expect(await refund(orderId)).toEqual({ status: 'refunded', refundedCents: 41_00 })
    await expect(charge(orderId, 'tok_timeout')).rejects.toMatchObject({ code: 'CHARGE_VOIDED' })
  })

  it('tok_flaky fails twice and then succeeds', async () => {
    const orderId = newOrder()
    await expect(charge(orderId, 'tok_flaky')).rejects.toThrow('answered with an error')
    await expect(charge(orderId, 'tok_flaky')).rejects.toThrow('answered with an error')
    expect(await charge(orderId, 'tok_flaky')).toMatchObject({ status: 'charged' })
    expect(await charge(orderId, 'tok_flaky')).toMatchObject({ status: 'charged' })
  })

  it('tok_slow returns pending; the money is taken when its event is due', async () => {
    const orderId = newOrder()
    const { status, paymentId } = await charge(orderId, 'tok_slow')
    expect([status, await statusOf(orderId)]).toEqual(['pending', 'pending'])
    const [event] = await eventsOf(orderId)
    expect(event).toMatchObject({ event: 'paymentProcessed', payload: { paymentId } })
    expect(event?.dueAt).not.toBeNull()
    expect(await completePendingCharge(shop.database.db, paymentId)).toBe(true)
    expect(await completePendingCharge(shop.database.db, paymentId)).toBe(true)
    expect(await refund(orderId)).toEqual({ status: 'refunded', refundedCents: 41_00 })
    expect(await completePendingCharge(shop.database.db, paymentId)).toBe(false)
  })
})

describe('refunding', () => {
  it('refunds once', async () => {
    const orderId = newOrder()
    await charge(orderId)
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, i) => refund(orderId, `r${i % 3}:${orderId}`)),
    )
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
    expect(await statusOf(orderId)).toBe('refunded')
  })

  it('before the charge refuses a later charge', async () => {
    const orderId = newOrder()
    expect(await refund(orderId)).toEqual({ status: 'voided', refundedCents: 0 })
    await expect(charge(orderId)).rejects.toMatchObject({ code: 'CHARGE_VOIDED' })
    expect(await statusOf(orderId)).toBe('voided')
  })

  it('of a pending charge voids it', async () => {
    const orderId = newOrder()
    const { paymentId } = await charge(orderId, 'tok_slow')
    expect(await refund(orderId)).toEqual({ status: 'voided', refundedCents: 0 })
    expect(await completePendingCharge(shop.database.db, paymentId)).toBe(false)
    expect(await statusOf(orderId)).toBe('voided')
  })

  it('of a charge that failed so far refuses its next attempt', async () => {
    const orderId = newOrder()
    await expect(charge(orderId, 'tok_flaky')).rejects.toThrow()
    await refund(orderId)
    await expect(charge(orderId, 'tok_flaky')).rejects.toMatchObject({ code: 'CHARGE_VOIDED' })
  })

  it('replaces the result of the charge, so that a workflow that was reset does not ship', async () => {
    const orderId = newOrder()
    await charge(orderId)
    await refund(orderId)
    await expect(charge(orderId)).rejects.toMatchObject({ code: 'CHARGE_VOIDED' })
  })

  it.each(['tok_approved', 'tok_slow', 'tok_timeout'])(
    'leaves no money taken when it races a charge with %s',
    async (token) => {
      const racing = Array.from({ length: 40 }, newOrder)
      const calls = racing.flatMap((orderId, i) => {
        const pair = [() => charge(orderId, token), () => refund(orderId)]
        return (i % 2 ? pair : pair.reverse()).map((call) => call())
      })
      const counts = await countOutcomes(calls)
      for (const orderId of racing) expect(['refunded', 'voided']).toContain(await statusOf(orderId))
      const refunds =
        (counts['{"status":"refunded","refundedCents":4100}'] ?? 0) +
        (counts['{"status":"voided","refundedCents":0}'] ?? 0)
      expect(refunds).toBe(40)
    },
  )

  it('leaves no money taken when it races the completion of a slow charge', async () => {
    const slow = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const orderId = newOrder()
        return { orderId, paymentId: (await charge(orderId, 'tok_slow')).paymentId }
      }),
    )
    await Promise.all(
      slow.flatMap(({ orderId, paymentId }) => [
        refund(orderId),
        completePendingCharge(shop.database.db, paymentId),
      ]),
    )
    for (const { orderId } of slow) expect(['refunded', 'voided']).toContain(await statusOf(orderId))
  })
})
