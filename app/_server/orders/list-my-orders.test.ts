import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertIntake } from '@/db/queries/orders/orders'
import type { Actor } from '@/temporal/contract/auth/actor'
import { encodeCaseId } from '@/temporal/contract/cases/case-ids'
import type { Runtime } from '../platform/runtime'
import {
  actorAs,
  addToken,
  addUser,
  createContext,
  createTestRuntime,
  type TestRuntime,
} from '../testing/test-runtime'
import { listMyOrders } from './list-my-orders'
import { trackTokens } from './status-link'

let test: TestRuntime
let runtime: Runtime
beforeAll(async () => {
  test = await createTestRuntime()
  runtime = test.runtime
})
afterAll(() => test.drop())

const place = async (principal: string, at: string) => {
  const orderId = encodeCaseId('order', crypto.getRandomValues(new Uint8Array(32)))
  await insertIntake(runtime.db, {
    orderId,
    principal,
    idempotencyKey: randomUUID(),
    bodyHash: 'h',
    email: 'c@x.example',
    items: [{ sku: 'MUG-BLUE', quantity: 2 }],
    shippingAddress: { name: 'C', line1: 'L', city: 'C', postalCode: 'P', country: 'GB' },
    paymentToken: 'tok_approved',
    trackKeyId: 'k1',
    createdAt: at,
  })
  return orderId
}
const list = (actor: Actor, after?: { at: string; id: string }) =>
  listMyOrders(createContext(runtime, actor), { after })
const guest = (id: string) => actorAs('customer', { id, principal: `guest:${id}` })

describe('listMyOrders', () => {
  it('lists orders of the account and its tokens, newest first, with the path of each status page', async () => {
    const { id } = await addUser(runtime, {
      email: 'c@x.example',
      role: 'customer',
      password: 'correct-horse-1',
    })
    const { id: tokenId } = await addToken(runtime, { email: 'c@x.example' })
    const older = await place(`user:${id}`, '2026-01-01T10:00:00Z')
    const newer = await place(`token:${tokenId}`, '2026-01-02T10:00:00Z')
    await place('guest:other', '2026-01-03T10:00:00Z')
    const { items, next } = await list(actorAs('customer', { id, principal: `user:${id}` }))
    expect(next).toBeNull()
    const opened = items.map(({ statusPath }) =>
      trackTokens(runtime).verify(statusPath.split('/').at(-1) ?? ''),
    )
    expect(opened).toEqual([newer, older])
    expect(items[0]).toMatchObject({ headline: 'received', pieces: 2, totalCents: null })
  })

  it('pages without gaps across orders with equal timestamps', async () => {
    for (let i = 0; i < 25; i += 1) await place('guest:busy', '2026-01-01T10:00:00.123456Z')
    const first = await list(guest('busy'))
    expect(first.items).toHaveLength(20)
    const [at = '', id = ''] = first.next?.split('~') ?? []
    const second = await list(guest('busy'), { at, id })
    expect(second.items).toHaveLength(5)
    expect(new Set([...first.items, ...second.items].map(({ statusPath }) => statusPath)).size).toBe(25)
    expect(second.next).toBeNull()
  })

  it('lists nothing for a browser that has placed no order', async () => {
    expect(await list(guest('nobody'))).toEqual({ items: [], next: null })
  })
})
