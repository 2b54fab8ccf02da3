import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeCase } from '../../projection/write-case'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database'
import { orderId, orderView } from '../../testing/test-views'
import { insertIntake, selectIntake, selectOrder, selectOrderStates } from './orders'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const intake = (seed: number, principal = 'user:ada', bodyHash = 'hash') => ({
  orderId: orderId(seed),
  principal,
  bodyHash,
  idempotencyKey: `key-${seed}`,
  email: 'ada@example.com',
  items: [{ sku: 'A', quantity: 2, lineTotalCents: 1 }],
  shippingAddress: { name: 'Ada', line1: '1', city: 'L', postalCode: 'N1', country: 'GB' },
  paymentToken: 'tok_approved',
  trackKeyId: 'k1',
  purchasedAt: '1997-01-31',
})

it('keeps the first intake of an order and returns it to later callers', async () => {
  const hashes = Array.from({ length: 30 }, (_, i) => `hash-${i}`)
  const results = await Promise.all(
    hashes.map((hash) => insertIntake(database.db, intake(1, 'user:ada', hash))),
  )
  expect(results.filter((result) => result === 'inserted')).toHaveLength(1)
  const winner = hashes[results.indexOf('inserted')]
  for (const result of results) if (result !== 'inserted') expect(result.bodyHash).toBe(winner)
  expect(await selectIntake(database.db, orderId(1))).toMatchObject({ ...intake(1), bodyHash: winner })
  expect(await selectIntake(database.db, orderId(99))).toBeNull()
})

it('reads the states of one’s own orders only; PENDING before the workflow has written', async () => {
  for (const [seed, principal] of [
    [2, 'user:ada'],
    [3, 'user:ada'],
    [4, 'user:eve'],
  ] as const) {
    await insertIntake(database.db, intake(seed, principal))
  }
  await writeCase(database.db, { view: orderView(2, { state: 'SHIPPED' }), entries: [] }, async () => true)
  const states = await selectOrderStates(database.db, 'user:ada', [2, 3, 4, 5].map(orderId))
  expect(new Map(states.map(({ orderId, state }) => [orderId, state]))).toEqual(
    new Map([
      [orderId(2), 'SHIPPED'],
      [orderId(3), 'PENDING'],
    ]),
  )
  expect(await selectOrderStates(database.db, 'user:ada', [])).toEqual([])
  expect(await selectOrder(database.db, orderId(3))).toBeNull()
})
