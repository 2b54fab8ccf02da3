import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { call, expectBody, orderBody, postOrder, readOrder } from '../support/api'
import { selectRows } from '../support/sql'
import { people, stack } from '../support/stack'
import { listWorkflows } from '../support/temporal'

const { importer, customer, ana } = people

test('100 simultaneous placements with one key make one order', async () => {
  const key = randomUUID()
  const body = orderBody()
  const answers = await Promise.all(Array.from({ length: 100 }, () => postOrder(importer, body, key)))

  expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(201))
  const [orderId, ...others] = new Set(answers.map((answer) => answer.body.orderId))
  expect(others).toEqual([])
  expect(new Set(answers.map((answer) => answer.body.statusUrl)).size).toBe(1)
  const fresh = answers.filter(({ headers }) => headers.get('idempotent-replayed') !== 'true')
  expect(fresh).toHaveLength(1)

  const intakes = await selectRows('select 1 from order_intake where email = $1', [body.email])
  expect(intakes).toHaveLength(1)
  await expect.poll(() => listWorkflows(`WorkflowId = "order:${orderId}"`)).toEqual([`order:${orderId}`])
})

test('a key is refused with another body, and nothing changes', async () => {
  const key = randomUUID()
  const body = orderBody()
  const first = expectBody(await postOrder(importer, body, key), 201)

  const other = await postOrder(importer, { ...body, paymentToken: 'tok_declined' }, key)
  expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } })
  const again = await postOrder(importer, body, key)
  expect(again).toMatchObject({ status: 201, body: { orderId: first.orderId, statusUrl: first.statusUrl } })
  expect(again.headers.get('idempotent-replayed')).toBe('true')
})

test('the order of the fields in a body does not make it another one', async () => {
  const key = randomUUID()
  const body = orderBody()
  const first = expectBody(await postOrder(importer, body, key), 201)
  const turned = Object.fromEntries(Object.entries(body).reverse())
  expect(expectBody(await postOrder(importer, turned, key), 201).orderId).toBe(first.orderId)
})

test('one key names a different order for each principal', async () => {
  const key = randomUUID()
  const mine = expectBody(await postOrder(customer, orderBody(), key), 201)
  const theirs = expectBody(await postOrder(importer, orderBody(), key), 201)
  expect(mine.orderId).not.toBe(theirs.orderId)
})

test('a placement returns the status link', async () => {
  const placed = expectBody(await postOrder(customer, orderBody()), 201)
  expect(placed).toMatchObject({ workflowId: `order:${placed.orderId}` })
  expect(placed.statusUrl).toMatch(new RegExp(`^${stack.url}/track/[\\w-]{60,}$`))
  expect(await readOrder(customer, placed.orderId)).toMatchObject({ kind: 'order', orderId: placed.orderId })
})

test('a price is accepted only from the role import', async () => {
  const body = orderBody()
  const cheaper = { ...body, items: [{ ...body.items[0], lineTotalCents: 1 }] }
  for (const account of [customer, ana]) {
    const answer = await postOrder(account, cheaper)
    expect(answer).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
  }
})

test('a customer cannot tell the order of another from one that does not exist', async () => {
  const { orderId } = expectBody(await postOrder(importer, orderBody()), 201)
  const unknown = `ord_${'0'.repeat(26)}`
  const [other, missing] = await Promise.all(
    [orderId, unknown].map((id) => call(`/api/v1/orders/${id}`, { as: customer })),
  )
  expect(other?.status).toBe(404)
  const withoutIds = ({ requestId: _, instance: __, ...problem }: Record<string, unknown>) => problem
  expect(withoutIds(other?.body ?? {})).toEqual(withoutIds(missing?.body ?? {}))
  expect(await call(`/api/v1/orders/${orderId}/cancel`, { as: customer, method: 'POST' })).toMatchObject({
    status: 404,
  })
})

test('states of many orders are readable for their owner only', async () => {
  const mine = expectBody(await postOrder(customer, orderBody()), 201).orderId
  const theirs = expectBody(await postOrder(importer, orderBody()), 201).orderId
  await expect
    .poll(async () => (await call(`/api/v1/orders?ids=${mine},${theirs}`, { as: customer })).body)
    .toEqual([{ orderId: mine, state: expect.any(String) }])
})
