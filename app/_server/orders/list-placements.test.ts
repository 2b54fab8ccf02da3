import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertToken } from '@/db/queries/auth/api-tokens'
import { apiTokens } from '@/db/schema/auth'
import type { Actor } from '@/temporal/contract/auth/actor'
import { PlacementsQuery } from '@/temporal/contract/schemas/order-request'
import { PlacementsSchema } from '@/temporal/contract/schemas/order-response'
import { createActor, orderRequest, startTestWeb, type TestWeb } from '../testing/test-web'
import { listPlacements } from './list-placements'
import { placeOrder } from './place-order'

let web: TestWeb
const importer: Actor = { ...createActor('import', []), principal: 'token:import' }
const customer = createActor('customer', [])
const importedFrom = {
  file: 'march.csv',
  fileHash: '0123456789abcdef',
  orderNumber: '#1001',
  purchasedAt: '2026-03-01T09:15:22Z',
}
const foreign = {
  sku: 'woo-1',
  quantity: 2,
  lineTotalCents: 4_001,
  standIn: { sku: 'IMPORTED', title: 'Their mug' },
}

const place = (actor: Actor, changes: object, idempotencyKey: string = randomUUID()) =>
  placeOrder(web.as(actor), { idempotencyKey, order: orderRequest('MUG-BLUE', changes) })

const addToken = async (owner: Actor): Promise<Actor> => {
  const id = randomUUID()
  const token = { id, name: id, tokenHash: id, role: owner.role, userId: owner.id, expiresAt: null }
  await insertToken(web.stack.db, token)
  return { ...owner, principal: `token:${id}` }
}

beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.stop())

describe('placements', () => {
  it('are told to whoever placed them, with their file, and to nobody else', async () => {
    const [mine, unused] = [randomUUID(), randomUUID()]
    const { orderId } = (await place(importer, { importedFrom }, mine)).order
    const found = await listPlacements(web.as(importer), { keys: [mine, unused] })
    expect(PlacementsSchema.parse(found)).toEqual(found)
    expect(found).toMatchObject([
      { idempotencyKey: mine, orderId, importedFrom, items: [{ sku: 'MUG-BLUE', quantity: 1 }] },
    ])
    expect(await listPlacements(web.as(customer), { keys: [mine] })).toEqual([])
    await expect(listPlacements(web.as(null), { keys: [mine] })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })

  it('are told to another token of the account, which must not place them again', async () => {
    const key = randomUUID()
    const owner = await web.addStaff('import', [])
    const [first, second] = [await addToken(owner), await addToken(owner)]
    const { orderId } = (await place(first, {}, key)).order
    expect(await listPlacements(web.as(second), { keys: [key] })).toMatchObject([
      { orderId, isSamePrincipal: false },
    ])
    expect(await listPlacements(web.as(first), { keys: [key] })).toMatchObject([
      { orderId, isSamePrincipal: true },
    ])
  })

  it('of rows that are purchases of their own in a file are told with the key of the row, to their account only', async () => {
    const [key, other] = [randomUUID(), { ...importer, principal: 'token:other', id: randomUUID() }]
    const inFile = `${key}-${importedFrom.fileHash}`
    await place(importer, { importedFrom }, inFile)
    await place(other, { importedFrom }, inFile)
    for (const unrelated of [`${key}-1`, `${key}1-${importedFrom.fileHash}`, `${key}-${'f'.repeat(16)}`])
      await place(importer, { importedFrom }, unrelated)
    expect(await listPlacements(web.as(importer), { keys: [key] })).toMatchObject([
      { idempotencyKey: inFile, importedFrom, isSamePrincipal: true },
    ])
    expect(await listPlacements(web.as(customer), { keys: [key] })).toEqual([])
    expect(await listPlacements(web.as(importer), { keys: [key, inFile] })).toHaveLength(1)
  })

  it('are found whatever number of tokens the account has', async () => {
    const keys = Array.from({ length: 100 }, () => randomUUID())
    const owner = await web.addStaff('import', [])
    const tokens = Array.from({ length: 700 }, () => randomUUID())
    await web.stack.db.insert(apiTokens).values(
      tokens.map((id) => ({
        id,
        name: id,
        tokenHash: id,
        role: owner.role,
        userId: owner.id,
        expiresAt: null,
      })),
    )
    const { orderId } = (await place({ ...owner, principal: `token:${tokens[699]}` }, {}, keys[99])).order
    expect(await listPlacements(web.as(owner), { keys })).toMatchObject([{ orderId, isSamePrincipal: false }])
  })

  it('are asked for by at most 100 keys', () => {
    const isValid = (keys: string) => PlacementsQuery.safeParse({ keys }).success
    expect(['a,b', Array(100).fill('a').join()].map(isValid)).toEqual([true, true])
    expect(['', ',', Array(101).fill('a').join(), 'a b', 'x'.repeat(129)].map(isValid)).toEqual(
      Array(5).fill(false),
    )
  })
})

describe('an imported order', () => {
  it('is the same order whatever file it comes from', async () => {
    const [key, order] = [randomUUID(), orderRequest('MUG-BLUE')]
    const from = (file: string) =>
      placeOrder(web.as(importer), {
        idempotencyKey: key,
        order: { ...order, importedFrom: { ...importedFrom, file } },
      })
    const first = await from('march.csv')
    expect(await from('april.csv')).toEqual({ order: first.order, replayed: true })
    expect(await listPlacements(web.as(importer), { keys: [key] })).toMatchObject([
      { importedFrom: { file: 'march.csv' } },
    ])
  })

  it('keeps SKU and title of lines that a stand-in product takes, two of them apart', async () => {
    const other = { ...foreign, sku: 'woo-2', standIn: { sku: 'IMPORTED', title: 'Their pen' } }
    const own = { sku: 'MUG-BLUE', quantity: 1, lineTotalCents: 999, standIn: foreign.standIn }
    const { orderId } = (await place(importer, { items: [foreign, other, own] })).order
    const { lines, totalCents } = await web.untilOrder(orderId, 'COMPLETED')
    expect(lines).toEqual([
      {
        sku: 'IMPORTED',
        originalSku: 'woo-1',
        name: 'Their mug',
        quantity: 2,
        unitCents: null,
        lineCents: 4_001,
      },
      {
        sku: 'IMPORTED',
        originalSku: 'woo-2',
        name: 'Their pen',
        quantity: 2,
        unitCents: null,
        lineCents: 4_001,
      },
      { sku: 'MUG-BLUE', name: 'Blue stoneware mug', quantity: 1, unitCents: 999, lineCents: 999 },
    ])
    expect(totalCents).toBe(9_001)
  })

  it.each([
    ['a stand-in product', { items: [foreign] }],
    ['a file', { importedFrom }],
  ])('is refused from a customer because of %s', async (_, changes) => {
    await expect(place(customer, changes)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('is refused with a stand-in product that does not exist', async () => {
    const items = [{ ...foreign, standIn: { sku: 'NO-SUCH', title: 'x' } }]
    await expect(place(importer, { items })).rejects.toMatchObject({
      details: { errors: [{ path: 'items', message: 'There is no product NO-SUCH' }] },
    })
  })
})
