import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGuestCookie } from '@/app/_server/auth/guest-cookie'
import { orderIntake } from '@/db/schema/orders'
import type { Actor } from '@/temporal/contract/auth/actor'
import { readGuest } from '../auth/authenticate'
import { deriveKey } from '../platform/key-derivation'
import { createActor, orderRequest, startTestWeb, type TestWeb, waitUntil } from '../testing/test-web'
import { toFormKey } from './form-key'
import { type FormOutcome, isOrderStored, placeFormOrder } from './place-form-order'
import { placeOrder } from './place-order'
import { findRecentOrder } from './recent-orders'

let web: TestWeb
const REPEATED = { kind: 'repeated' }

beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.stop())

const customer = () => createActor('customer', [])
const order = (more: Partial<ReturnType<typeof orderRequest>> = {}) => ({ ...orderRequest(), ...more })

/** Sends a form; a new one unless its id is given. */
const send = (
  actor: Actor,
  body = order(),
  { formId = randomUUID() as string, confirmed = [] as string[] } = {},
) => placeFormOrder(web.as(actor), { idempotencyKey: toFormKey(formId, body), order: body }, confirmed)

const orderIdOf = (outcome: FormOutcome) =>
  outcome.kind === 'placed' ? outcome.placed.order.orderId : undefined

describe('an order that was placed a moment ago', () => {
  it('is asked about before it is placed again, and placed again once that is confirmed', async () => {
    const actor = customer()
    const body = order()
    const first = await send(actor, body)
    const second = await send(actor, body)
    expect(second).toMatchObject(REPEATED)
    const number = second.kind === 'repeated' ? second.order.number : ''
    expect(orderIdOf(first)?.toUpperCase()).toContain(number)
    const third = await send(actor, body, { confirmed: [number] })
    expect(orderIdOf(third)).not.toBe(orderIdOf(first))
  })

  it('is answered, not asked about, where the same form is sent again', async () => {
    const [actor, body, formId] = [customer(), order(), randomUUID()]
    const first = await send(actor, body, { formId })
    expect(orderIdOf(await send(actor, body, { formId }))).toBe(orderIdOf(first))
  })

  const { shippingAddress } = orderRequest()
  it.each([
    ['another e-mail address', { email: 'other@customer.example' }],
    ['another card', { paymentToken: 'tok_slow' as const }],
    [
      'other capitals and spaces',
      { shippingAddress: { ...shippingAddress, city: ` ${shippingAddress.city.toUpperCase()}` } },
    ],
    ['the name of the country', { shippingAddress: { ...shippingAddress, country: 'United Kingdom' } }],
  ])('is the same with %s', async (_what, change) => {
    const actor = customer()
    const body = order({ shippingAddress: { ...shippingAddress, country: 'GB' } })
    await send(actor, body)
    expect(await send(actor, { ...body, ...change })).toMatchObject(REPEATED)
  })

  it.each([
    ['another quantity', { items: [{ sku: 'MUG-BLUE', quantity: 7 }] }],
    ['another address', { shippingAddress: { ...shippingAddress, line1: '13 St James Square' } }],
  ])('is another order with %s', async (_what, change) => {
    const actor = customer()
    const body = order()
    await send(actor, body)
    expect((await send(actor, { ...body, ...change })).kind).toBe('placed')
  })

  it('is nobody else’s business, even with the same e-mail address', async () => {
    const body = order()
    await send(customer(), body)
    const other = customer()
    expect((await send(other, body)).kind).toBe('placed')
    expect(await findRecentOrder(web.as(customer()))).toBeNull()
  })

  it('is asked about when the guest has signed in meanwhile', async () => {
    const key = deriveKey(web.runtime.env.authSecret, 'guest')
    const headers = new Headers({ cookie: `ac_guest=${createGuestCookie(key)}` })
    const guest = readGuest(web.runtime, headers) as Actor
    const body = order()
    await send(guest, body)
    const ctx = { ...web.as(customer()), http: { request: headers, reply: new Headers() } }
    const placement = { idempotencyKey: toFormKey(randomUUID(), body), order: body }
    expect(await placeFormOrder(ctx, placement, [])).toMatchObject(REPEATED)
  })

  it('is not asked about once it has failed, so that another card can be tried', async () => {
    const actor = customer()
    const body = order({ paymentToken: 'tok_declined' })
    const failed = await send(actor, body)
    await web.untilOrder(orderIdOf(failed) ?? '', 'FAILED')
    expect((await send(actor, { ...body, paymentToken: 'tok_approved' })).kind).toBe('placed')
  })

  it('is not asked about after ten minutes', async () => {
    const actor = customer()
    const body = order()
    const orderId = orderIdOf(await send(actor, body)) ?? ''
    const before = new Date(Date.now() - 11 * 60_000).toISOString()
    await web.stack.db.update(orderIntake).set({ createdAt: before }).where(eq(orderIntake.orderId, orderId))
    expect((await send(actor, body)).kind).toBe('placed')
  })

  it('is not asked about through the API', async () => {
    const [actor, body] = [customer(), order()]
    await send(actor, body)
    const again = await placeOrder(web.as(actor), { idempotencyKey: randomUUID(), order: body })
    expect(again.replayed).toBe(false)
  })

  it('was never placed if its workflow never started', async () => {
    const [actor, body] = [customer(), order()]
    const orderId = orderIdOf(await send(actor, body)) ?? ''
    const [intake] = await web.stack.db.select().from(orderIntake).where(eq(orderIntake.orderId, orderId))
    const lonely = customer()
    await web.stack.db.insert(orderIntake).values({
      ...(intake as typeof orderIntake.$inferInsert),
      orderId: `ord_${'a'.repeat(26)}`,
      principal: lonely.principal,
      idempotencyKey: 'lonely',
    })
    expect(await findRecentOrder(web.as(lonely))).toBeNull()
    expect((await send(lonely, body)).kind).toBe('placed')
  })
})

it('knows whether the order of a key is stored, for its own customer alone', async () => {
  const [actor, body, formId] = [customer(), order(), randomUUID()]
  const placement = { idempotencyKey: toFormKey(formId, body), order: body }
  expect(await isOrderStored(web.as(actor), placement)).toBe(false)
  await send(actor, body, { formId })
  expect(await isOrderStored(web.as(actor), placement)).toBe(true)
  expect(await isOrderStored(web.as(actor), { ...placement, idempotencyKey: 'another' })).toBe(false)
  expect(await isOrderStored(web.as(customer()), placement)).toBe(false)
})

describe('findRecentOrder', () => {
  it('names the newest order and the form that placed it', async () => {
    const [actor, formId] = [customer(), randomUUID()]
    expect(await findRecentOrder(web.as(actor))).toBeNull()
    await send(actor, order({ items: [{ sku: 'MUG-BLUE', quantity: 3 }] }))
    await send(actor, order(), { formId })
    const found = await waitUntil(async () => {
      const recent = await findRecentOrder(web.as(actor))
      return recent?.formId === formId && recent
    })
    expect(found).toMatchObject({
      number: expect.stringMatching(/^[0-9A-Z]{8}$/),
      statusPath: expect.stringMatching(/^\/track\//),
    })
  })
})
