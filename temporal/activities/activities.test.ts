import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selectCase } from '../../db/queries/cases/cases'
import { orderView } from '../../db/testing/test-views'
import {
  ADDRESS,
  insertPlacedOrder,
  openActivities,
  openFastDatabase,
  type Placement,
  SILENT_LOG,
  type TestActivities,
  toOrderInput,
} from '../testing/test-activities'
import { projectionActivities } from './projection'

let activities: TestActivities
beforeAll(async () => {
  activities = await openActivities()
})
afterAll(() => activities.close())

let seeds = 0
let customers = 0
const newCustomer = () => `customer-${++customers}@example.com`
const placed = (change: Placement = {}) =>
  insertPlacedOrder(activities, ++seeds, { email: newCustomer(), ...change })
const refusedWith = (type: string, message?: RegExp) =>
  expect.objectContaining({
    type,
    nonRetryable: true,
    ...(message ? { message: expect.stringMatching(message) } : {}),
  })

describe('validateOrder', () => {
  const validate = async (change: Placement, rules = {}) =>
    activities.validateOrder(toOrderInput(await placed(change), rules))
  const ruleOf = async (change: Placement, rules = {}) => (await validate(change, rules)).rule?.rule ?? null

  it('prices the intake and returns the purchase date of an import', async () => {
    const items = [{ sku: 'CD-ALBUM', quantity: 2, lineTotalCents: 29_33 }]
    expect(await validate({ items, purchasedAt: '1997-01-02' })).toEqual({
      lines: [{ sku: 'CD-ALBUM', name: 'CD album', quantity: 2, unitCents: null, lineCents: 29_33 }],
      totalCents: 29_33,
      currency: 'USD',
      purchasedAt: '1997-01-02',
      rule: null,
    })
  })

  it('refuses an invalid order without a retry', async () => {
    await expect(activities.validateOrder(toOrderInput('ord_missing'))).rejects.toEqual(
      refusedWith('INTAKE_MISSING'),
    )
    await expect(validate({ items: [{ sku: 'NO_SUCH', quantity: 1 }] })).rejects.toEqual(
      refusedWith('UNKNOWN_PRODUCT', /NO_SUCH/),
    )
    await expect(validate({ shippingAddress: { ...ADDRESS, city: ' ', country: '' } })).rejects.toEqual(
      refusedWith('INCOMPLETE_ADDRESS', /lacks city, country/),
    )
  })

  it('asks an address for the parts that its country has', async () => {
    const bare = { name: 'Sara', line1: '5 Nile St', city: '', postalCode: '' }
    await expect(
      validate({ shippingAddress: { ...bare, region: 'Dubai', country: 'AE' } }),
    ).resolves.toBeDefined()
    await expect(validate({ shippingAddress: { ...bare, city: 'Boise', country: 'US' } })).rejects.toEqual(
      refusedWith('INCOMPLETE_ADDRESS', /lacks postal code$/),
    )
    // As earlier releases took it: without the state.
    const older = { ...bare, city: 'Boise', postalCode: '83702', country: 'US' }
    await expect(validate({ shippingAddress: older })).resolves.toBeDefined()
  })

  it('requires an approval for a large order, a large first order and a flagged product', async () => {
    expect(await ruleOf({ items: [{ sku: 'LAPTOP-14', quantity: 1 }] })).toBe('high-value')
    expect(await ruleOf({ items: [{ sku: 'PRINT-LTD', quantity: 1 }] })).toBe('first-order')
    expect(await ruleOf({ items: [{ sku: 'KNIFE-CHEF', quantity: 1 }] })).toBe('flagged-product')
    expect(await ruleOf({ items: [{ sku: 'MUG-BLUE', quantity: 1 }] })).toBeNull()
    expect(
      await ruleOf(
        { items: [{ sku: 'LAPTOP-14', quantity: 1 }] },
        { highValueOverCents: null, firstOrderOverCents: null },
      ),
    ).toBeNull()
  })

  const second = async (first: Placement, change: Placement = {}) => {
    const email = newCustomer()
    await placed({ email, state: 'COMPLETED', createdAt: '2026-01-01T00:00:00Z', ...first })
    return ruleOf({ email: email.toUpperCase(), items: [{ sku: 'PRINT-LTD', quantity: 1 }], ...change })
  }

  it('recognises a customer by the e-mail address of an earlier order, ignoring case', async () => {
    expect(await second({})).toBeNull()
    expect(await second({ state: 'AWAITING_APPROVAL' })).toBeNull()
  })

  it('does not count earlier orders that failed, were cancelled or never started, nor later ones', async () => {
    expect(await second({ state: 'CANCELLED' })).toBe('first-order')
    expect(await second({ state: 'FAILED' })).toBe('first-order')
    expect(await second({ state: undefined })).toBe('first-order')
    expect(await second({ createdAt: '2999-01-01T00:00:00Z' })).toBe('first-order')
  })

  it('requires an approval when a known customer ships to a new address', async () => {
    expect(await second({}, { shippingAddress: { ...ADDRESS, postalCode: 'SW1 1AA' } })).toBe(
      'address-mismatch',
    )
    expect(await second({}, { shippingAddress: { ...ADDRESS, country: 'FR' } })).toBe('address-mismatch')
    expect(
      await second({}, { shippingAddress: { ...ADDRESS, postalCode: 'n17aa', line1: 'elsewhere' } }),
    ).toBeNull()
    const written = (country: string) => ({ shippingAddress: { ...ADDRESS, country } })
    expect(await second(written('PT'), written('Portugal'))).toBeNull()
    expect(await second(written('United Kingdom'), written('GB'))).toBeNull()
    expect(await second(written('Atlantis'), written('GB'))).toBe('address-mismatch')
    const inHongKong = (region: string) => ({
      shippingAddress: { ...ADDRESS, city: 'Centre', postalCode: '', region, country: 'HK' },
    })
    expect(await second(inHongKong('Kowloon'), inHongKong('Kowloon'))).toBeNull()
    expect(await second(inHongKong('Kowloon'), inHongKong('New Territories'))).toBe('address-mismatch')
    expect(
      await second(
        {},
        { shippingAddress: { ...ADDRESS, postalCode: 'SW1' }, items: [{ sku: 'MUG-BLUE', quantity: 1 }] },
      ),
    ).toBe('address-mismatch')
  })
})

describe('services', () => {
  it('are called once for each order, and their refusals are not retried', async () => {
    const orderId = await placed({ paymentToken: 'tok_declined' })
    const lines = [{ sku: 'MUG-BLUE', quantity: 2 }]
    await activities.reserveInventory({ orderId, lines })
    await activities.reserveInventory({ orderId, lines })
    const charge = activities.processPayment({ orderId, amountCents: 24_00, currency: 'USD' })
    await expect(charge).rejects.toEqual(refusedWith('PAYMENT_DECLINED'))
    expect(await activities.refundPayment({ orderId })).toEqual({ status: 'voided', refundedCents: 0 })
    await activities.releaseStock({ orderId })
    const short = activities.reserveInventory({
      orderId: await placed(),
      lines: [{ sku: 'PRINT-LTD', quantity: 5 }],
    })
    await expect(short).rejects.toEqual(
      refusedWith('PARTIAL_STOCK', /^Only 3 of .*signed print in stock; 5 ordered$/),
    )
  })

  it('that fail otherwise are retried', async () => {
    const orderId = await placed({ paymentToken: 'tok_flaky' })
    const charge = () => activities.processPayment({ orderId, amountCents: 1, currency: 'USD' })
    await expect(charge()).rejects.not.toHaveProperty('nonRetryable', true)
    await expect(charge()).rejects.toThrow('answered with an error')
    expect(await charge()).toMatchObject({ status: 'charged' })
  })

  it('ship once and refund what was charged', async () => {
    const orderId = await placed()
    const lines = [{ sku: 'MUG-BLUE', quantity: 1 }]
    const { shipmentId } = await activities.createShipment({ orderId, lines })
    expect(await activities.createShipment({ orderId, lines })).toEqual({ shipmentId })
    await activities.processPayment({ orderId, amountCents: 12_00, currency: 'USD' })
    expect(await activities.refundPayment({ orderId })).toEqual({ status: 'refunded', refundedCents: 12_00 })
    const unknown = activities.processPayment({ orderId: 'ord_missing', amountCents: 1, currency: 'USD' })
    await expect(unknown).rejects.toEqual(refusedWith('INTAKE_MISSING'))
  })
})

describe('saving a case', () => {
  it('works with the fast and the normal activity', async () => {
    const view = orderView(++seeds)
    await activities.saveCaseFast({ view, entries: [] })
    await activities.saveCase({ view: { ...view, version: 2 }, entries: [] })
    expect((await selectCase(activities.database.db, view.orderId))?.view.version).toBe(2)
  })

  it('with the fast activity times out on a locked row and then fails fast', async () => {
    const { db, url } = activities.database
    const fast = await openFastDatabase(url)
    const { saveCaseFast } = projectionActivities({
      db,
      fastDb: fast.db,
      isCurrentRun: async () => true,
      log: SILENT_LOG,
    })
    const view = orderView(++seeds)
    await saveCaseFast({ view, entries: [] })
    await db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from cases where case_id = ${view.orderId} for update`)
      // The row stays locked for as long as this waits: only giving up ends it.
      await expect(saveCaseFast({ view: { ...view, version: 2 }, entries: [] })).rejects.toThrow()
    })
    await expect(saveCaseFast({ view: { ...view, version: 2 }, entries: [] })).rejects.toThrow(
      'breaker is open',
    )
    await fast.close()
  })
})
