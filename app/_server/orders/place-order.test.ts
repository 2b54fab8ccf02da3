import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderIntake } from '@/db/schema/orders'
import { queryView } from '@/temporal/client/case-handle'
import type { Actor } from '@/temporal/contract/auth/actor'
import { toWorkflowId } from '@/temporal/contract/cases/case-ids'
import { PlacementBody } from '@/temporal/contract/schemas/order-request'
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

describe('an idempotency key', () => {
  it('places one order for any number of concurrent requests', async () => {
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

  it('replays the response from the projection after the order has ended', async () => {
    const [order, key] = [orderRequest(), randomUUID()]
    const first = await place(customer, order, key)
    await web.untilOrder(first.order.orderId, 'COMPLETED')
    expect(await place(customer, order, key)).toEqual({ order: first.order, replayed: true })
  })

  it('is refused with another body, and the order stays unchanged', async () => {
    const [order, key] = [orderRequest(), randomUUID()]
    const { orderId } = (await place(customer, order, key)).order
    await expect(place(customer, { ...order, paymentToken: 'tok_slow' }, key)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    })
    const [intake] = await web.stack.db.select().from(orderIntake).where(eq(orderIntake.orderId, orderId))
    expect(intake?.paymentToken).toBe('tok_approved')
  })

  it('belongs to one principal: the same key of another places another order', async () => {
    const [order, key] = [orderRequest(), randomUUID()]
    const ids = await Promise.all([place(customer, order, key), place(importer, order, key)])
    expect(new Set(ids.map((answer) => answer.order.orderId)).size).toBe(2)
  })

  it('places exactly one order when it is retried after Temporal was down', async () => {
    const offline = createRuntime({
      ...web.runtime.env,
      temporal: { ...web.runtime.env.temporal, connection: { address: '127.0.0.1:1' } },
    })
    const [order, key] = [orderRequest(), randomUUID()]
    const ctx = { ...web.as(customer), runtime: offline }
    await expect(placeOrder(ctx, { idempotencyKey: key, order })).rejects.toMatchObject({
      code: 'TEMPORAL_UNAVAILABLE',
    })
    const [first, second] = [await place(customer, order, key), await place(customer, order, key)]
    expect([first.replayed, second.replayed]).toEqual([false, true])
    await web.untilOrder(first.order.orderId, 'COMPLETED')
    await offline.close()
  })
})

describe('placeOrder', () => {
  it('requires a caller', async () => {
    await expect(place(null)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it("records the customer's account, so that nobody approves their own order; an import records none", async () => {
    const ids = [await place(customer), await place(importer)].map((answer) => answer.order.orderId)
    const views = await Promise.all(ids.map((id) => waitUntil(() => queryView(web.stack.temporal, id))))
    expect(views.map((view) => view.kind === 'order' && view.customer)).toEqual([
      { id: customer.id, name: 'Ada Byron' },
      { name: 'Ada Byron' },
    ])
  })

  it('refuses unknown and hidden products before the workflow starts', async () => {
    for (const sku of ['NO-SUCH-THING', 'CD-ALBUM'])
      await expect(place(customer, orderRequest(sku))).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        details: { errors: [{ path: 'items', message: `There is no product ${sku}` }] },
      })
  })

  it('accepts line totals from imports only', async () => {
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

describe('the request body', () => {
  const parse = (body: object) => PlacementBody.safeParse({ idempotencyKey: 'k', ...body })
  const invalidPaths = (body: object) => parse(body).error?.issues.map(({ path }) => path.join('.'))

  it('merges repeated products into one line', () => {
    const items = [
      { sku: 'A', quantity: 1 },
      { sku: 'B', quantity: 1 },
      { sku: 'A', quantity: 2 },
    ]
    expect(parse({ ...orderRequest(), items }).data?.order.items).toEqual([
      { sku: 'A', quantity: 3 },
      { sku: 'B', quantity: 1 },
    ])
    expect(invalidPaths({ ...orderRequest(), items: Array(2).fill({ sku: 'A', quantity: 500 }) })).toEqual([
      'items.1',
    ])
  })

  it('is refused with the path of the invalid field', () => {
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
      ['items.0', { items: [{ ...line, standIn: { sku: 'B', title: 'b' } }] }],
      [
        'items.0.standIn.title',
        { items: [{ ...line, lineTotalCents: 1, standIn: { sku: 'B', title: '' } }] },
      ],
      ['importedFrom.fileHash', { importedFrom: { file: 'a.csv', fileHash: 'x' } }],
      ['shippingAddress.city', { shippingAddress: { ...good.shippingAddress, city: '  ' } }],
      ['shippingAddress', { shippingAddress: undefined }],
      ['paymentToken', { paymentToken: 'tok_free' }],
      ['purchasedAt', { purchasedAt: '12.6.1997' }],
      ['', { note: 'please hurry' }],
    ]
    for (const [path, change] of bad)
      expect(invalidPaths({ ...good, ...change }), JSON.stringify(change)).toEqual([path])
    expect(invalidPaths(good)).toBeUndefined()
  })
})
