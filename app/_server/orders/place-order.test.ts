import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderIntake } from '@/db/schema/orders'
import type { Actor } from '@/temporal/contract/auth/actor'
import { toWorkflowId } from '@/temporal/contract/cases/case-ids'
import { PlacementBody } from '@/temporal/contract/schemas/order'
import { createRuntime } from '../platform/runtime'
import { createActor, orderRequest, startTestWeb, type TestWeb, waitUntil } from '../testing/test-web'
import { placeOrder } from './place-order'

let web: TestWeb
const customer = createActor('customer', [])
const importer: Actor = { ...createActor('import', []), principal: 'token:import' }

const place = (actor: Actor | null, order = orderRequest(), idempotencyKey: string = randomUUID()) =>
  placeOrder(web.as(actor), { idempotencyKey, order })

beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.stop())

describe('one key', () => {
  it('makes one order, however often and however fast it is sent', async () => {
    const [order, key] = [orderRequest(), randomUUID()]
    const answers = await Promise.all(Array.from({ length: 100 }, () => place(customer, order, key)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer.order))).size).toBe(1)
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(answers[0]?.order).toMatchObject({
      workflowId: toWorkflowId(answers[0]?.order.orderId ?? ''),
      state: 'PENDING',
      statusUrl: expect.stringMatching(/^http:\/\/shop\.test\/track\/[\w-]{60,}$/),
    })
  })

  it('gets the old answer after the order has ended, from its row alone', async () => {
    const [order, key] = [orderRequest(), randomUUID()]
    const first = await place(customer, order, key)
    await web.untilOrder(first.order.orderId, 'COMPLETED')
    expect(await place(customer, order, key)).toEqual({ order: first.order, replayed: true })
  })

  it('is refused with another body, and the order stays as it was', async () => {
    const [order, key] = [orderRequest(), randomUUID()]
    const { orderId } = (await place(customer, order, key)).order
    await expect(place(customer, { ...order, paymentToken: 'tok_slow' }, key)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    })
    const [intake] = await web.stack.db.select().from(orderIntake).where(eq(orderIntake.orderId, orderId))
    expect(intake?.paymentToken).toBe('tok_approved')
  })

  it('of another principal is another order', async () => {
    const [order, key] = [orderRequest(), randomUUID()]
    const ids = await Promise.all([place(customer, order, key), place(importer, order, key)])
    expect(new Set(ids.map((answer) => answer.order.orderId)).size).toBe(2)
  })

  it('that met no Temporal makes exactly one order when it is sent again', async () => {
    const away = createRuntime({
      ...web.runtime.env,
      temporal: { ...web.runtime.env.temporal, connection: { address: '127.0.0.1:1' } },
    })
    const [order, key] = [orderRequest(), randomUUID()]
    const ctx = { ...web.as(customer), runtime: away }
    await expect(placeOrder(ctx, { idempotencyKey: key, order })).rejects.toMatchObject({
      code: 'TEMPORAL_UNAVAILABLE',
    })
    const [first, second] = [await place(customer, order, key), await place(customer, order, key)]
    expect([first.replayed, second.replayed]).toEqual([false, true])
    await web.untilOrder(first.order.orderId, 'COMPLETED')
    await away.close()
  })
})

describe('an order', () => {
  it('keeps a country as its code, and is replayed by the body as it was sent', async () => {
    const request = orderRequest()
    const order = { ...request, shippingAddress: { ...request.shippingAddress, country: 'Portugal' } }
    const key = randomUUID()
    const { orderId } = (await place(customer, order, key)).order
    const [intake] = await web.stack.db.select().from(orderIntake).where(eq(orderIntake.orderId, orderId))
    expect(intake?.shippingAddress.country).toBe('PT')
    expect(await place(customer, order, key)).toMatchObject({ order: { orderId }, replayed: true })
  })

  it('belongs to somebody', async () => {
    await expect(place(null)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('names its customer by account, so that nobody approves their own; an import names no account', async () => {
    const ids = [await place(customer), await place(importer)].map((answer) => answer.order.orderId)
    const views = await Promise.all(ids.map((id) => waitUntil(() => web.stack.gateway.queryView(id))))
    expect(views.map((view) => view.kind === 'order' && view.customer)).toEqual([
      { id: customer.id, name: 'Ada Byron' },
      { name: 'Ada Byron' },
    ])
  })

  it('of an unknown product, or of one that only imports sell, is refused before it starts', async () => {
    for (const sku of ['NO-SUCH-THING', 'CD-ALBUM'])
      await expect(place(customer, orderRequest(sku))).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        details: { errors: [{ path: 'items', message: `There is no product ${sku}` }] },
      })
  })

  it('has prices of its own only for an import', async () => {
    const order = orderRequest('CD-ALBUM', {
      items: [{ sku: 'CD-ALBUM', quantity: 3, lineTotalCents: 4_000 }],
      purchasedAt: '1997-06-12',
    })
    await expect(place(customer, order)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(
      place(customer, orderRequest('MUG-BLUE', { purchasedAt: '1997-06-12' })),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { orderId } = (await place(importer, order)).order
    expect(await web.untilOrder(orderId, 'COMPLETED')).toMatchObject({
      totalCents: 4_000,
      purchasedAt: '1997-06-12',
    })
  })
})

describe('a body', () => {
  const parse = (body: object) => PlacementBody.safeParse({ idempotencyKey: 'k', ...body })
  const fault = (body: object) => parse(body).error?.issues.map(({ path }) => path.join('.'))

  it('with one product twice is a body with twice the quantity', () => {
    const items = [
      { sku: 'A', quantity: 1 },
      { sku: 'B', quantity: 1 },
      { sku: 'A', quantity: 2 },
    ]
    expect(parse({ ...orderRequest(), items }).data?.order.items).toEqual([
      { sku: 'A', quantity: 3 },
      { sku: 'B', quantity: 1 },
    ])
    expect(fault({ ...orderRequest(), items: Array(2).fill({ sku: 'A', quantity: 500 }) })).toEqual([
      'items.1',
    ])
  })

  it('is refused by the name of the field', () => {
    const good = orderRequest()
    const line = { sku: 'A', quantity: 1 }
    const bad: [string, object][] = [
      ['email', { email: 'nobody' }],
      ['items', { items: [] }],
      ['items', { items: Array(101).fill(line) }],
      ['items.0.quantity', { items: [{ ...line, quantity: 0 }] }],
      ['items.0.quantity', { items: [{ ...line, quantity: 1_000 }] }],
      ['items.0.quantity', { items: [{ ...line, quantity: 1.5 }] }],
      ['items.0.lineTotalCents', { items: [{ ...line, lineTotalCents: -1 }] }],
      ['items.0', { items: [{ ...line, unitCents: 1 }] }],
      ['shippingAddress.city', { shippingAddress: { ...good.shippingAddress, city: '  ' } }],
      ['shippingAddress', { shippingAddress: undefined }],
      ['paymentToken', { paymentToken: 'tok_free' }],
      ['purchasedAt', { purchasedAt: '12.6.1997' }],
      ['', { note: 'please hurry' }],
    ]
    for (const [path, change] of bad)
      expect(fault({ ...good, ...change }), JSON.stringify(change)).toEqual([path])
    expect(fault(good)).toBeUndefined()
  })
})
