import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refoldSearchText } from '../../refold-search-text'
import { type CaseStore, openCaseStore } from '../../testing/case-store'
import { approvalId, approvalView, at, orderView } from '../../testing/test-views'
import { insertIntake } from '../orders/orders'

let store: CaseStore
beforeAll(async () => {
  store = await openCaseStore()
})
afterAll(() => store.database.drop())

const found = async (q: string) => new Set(await store.listIds({ q }))
const only = (...caseIds: string[]) => new Set(caseIds)

describe('q', () => {
  const lines = [
    { sku: 'MUG-BLUE', name: 'Blue enamel mug', quantity: 1, unitCents: 12_00, lineCents: 12_00 },
    { sku: 'PEN-3', name: 'Pencil', quantity: 2, unitCents: 1_00, lineCents: 2_00 },
  ]
  const order = orderView(11, {
    customer: { name: 'Ada Byron' },
    approval: { approvalId: approvalId(12), state: 'OPEN', decision: null },
    shipment: { shipmentId: 'shp_77aa', scheduledAt: at(0), shippedAt: null, deliveredAt: null },
    lines,
  })
  const ofOrder = approvalView(12, {
    title: `Order ${order.number}`,
    orderId: order.orderId,
    requester: { name: 'Rules' },
    payload: { rule: 'high-value', lines },
  })
  const odd = approvalView(13, {
    title: `100% off_now \\ "it's" (a|b)* 'x'; drop table cases;--`,
    requester: { name: 'Zoë Öberg' },
  })

  beforeAll(async () => {
    await insertIntake(store.db, {
      orderId: order.orderId,
      principal: 'guest:1',
      idempotencyKey: 'k',
      bodyHash: 'h',
      email: 'Grace.Hopper+7@customer.example',
      items: [],
      shippingAddress: { name: 'Ada', line1: '1', city: 'London', postalCode: 'SW1', country: 'GB' },
      paymentToken: 'tok_approved',
      trackKeyId: 'k1',
    })
    for (const view of [order, ofOrder, odd]) await store.put(view)
  })

  it('finds by words of the title and of people, in any order and case', async () => {
    expect(await found('byron ORDER')).toEqual(only(order.orderId))
    expect(await found('ÖBERG zoë')).toEqual(only(odd.approvalId))
    expect(await found('byron öberg')).toEqual(only())
  })

  it('finds an order and its approval by the order’s id, number or workflow id', async () => {
    expect(await found(order.orderId)).toEqual(only(order.orderId, ofOrder.approvalId))
    expect(await found(order.orderId.toUpperCase())).toEqual(only(order.orderId, ofOrder.approvalId))
    expect(await found(`#${order.number}`)).toEqual(only(order.orderId, ofOrder.approvalId))
    expect(await found(order.workflowId)).toEqual(only(order.orderId))
  })

  it('finds an order by the ids of its approval and its shipment', async () => {
    expect(await found(ofOrder.approvalId)).toEqual(only(order.orderId, ofOrder.approvalId))
    expect(await found('shp_77aa')).toEqual(only(order.orderId))
  })

  it('finds an order and its approval by the ordered products', async () => {
    for (const q of ['enamel MUG', 'mug-blue', 'ug-bl', 'pencil', '#mug-blue'])
      expect(await found(q), q).toEqual(only(order.orderId, ofOrder.approvalId))
    expect(await found('mug byron')).toEqual(only(order.orderId))
    expect(await found('mug-red')).toEqual(only())
  })

  it('finds an order and its approval by the e-mail of the customer, which no view holds', async () => {
    for (const q of ['grace.hopper+7@Customer.example', 'grace.hopper', '+7@customer', 'HOPPER'])
      expect(await found(q), q).toEqual(only(order.orderId, ofOrder.approvalId))
    const { rows } = await store.db.execute(
      sql`select 1 from cases where snapshot::text ilike '%hopper%' or title ilike '%hopper%'`,
    )
    expect(rows).toEqual([])
  })

  it('finds the same when the case is written again', async () => {
    await store.put({ ...order, version: 2, state: 'COMPLETED' })
    await store.put({ ...ofOrder, version: 2, state: 'APPROVED' })
    expect(await found('hopper pencil')).toEqual(only(order.orderId, ofOrder.approvalId))
  })

  it('finds rows that were written before products and e-mails were searched', async () => {
    const words = sql`select search_text from cases order by case_id`
    const before = await store.db.execute(words)
    await store.db.execute(
      sql`update cases set search_text = lower(title) where case_id <> ${odd.approvalId}`,
    )
    expect((await found('hopper pencil')).size).toBe(0)
    const file = await readFile(new URL('../../migrations/0006_search_words.sql', import.meta.url), 'utf8')
    await store.db.execute(sql.raw(file))
    expect(await found('hopper pencil mug-blue')).toEqual(only(order.orderId, ofOrder.approvalId))
    expect((await found("100% off_now 'x'")).size).toBe(1)
    await store.db.execute(sql`delete from cases`)
    for (const view of [order, ofOrder, odd]) await store.put(view)
    expect((await store.db.execute(words)).rows).toEqual(before.rows)
  })

  it.each([
    ['Müller', 'müller', 'Mu\u0308ller', 'MULLER', 'ＭＵＬＬＥＲ', 'mül\u00ADler'],
    ['Straßenfest', 'STRASSENFEST', 'strassen'],
    ['İstanbul', 'istanbul', 'ISTANBUL', 'ıstanbul'],
    ['Ørsted & Łódź', 'orsted', 'lodz'],
    ['हिन्दी', 'हिन्दी', 'हिन्'],
    ['می\u200Cخواهم', 'میخواهم'],
    ['ガギグ', 'ｶﾞｷﾞｸﾞ'],
  ])('finds %s by every spelling', async (title, ...spellings) => {
    const view = approvalView(14, { title, requester: { name: 'Nobody' } })
    await store.put(view)
    for (const q of [title, ...spellings]) expect(await found(q), q).toEqual(only(view.approvalId))
    expect(await found('हान्दी')).toEqual(only())
    await store.db.execute(sql`delete from cases where case_id = ${view.approvalId}`)
  })

  it('finds rows of an older worker as they were written, and by every spelling once they are folded', async () => {
    const view = approvalView(15, { title: 'Größe Müller', requester: { name: 'Nobody' } })
    const unfolded = sql`update cases set search_text = 'größe müller', version = version + 1 where case_id = ${view.approvalId}`
    await store.put(view)
    await store.db.execute(unfolded)
    expect(await found('MÜLLER größe')).toEqual(only(view.approvalId))
    expect(await found('muller')).toEqual(only())
    await refoldSearchText(store.db)
    for (const q of ['muller', 'Müller', 'grosse']) expect(await found(q), q).toEqual(only(view.approvalId))
    // It is written by the older worker again, and folded again, without a notice of a change.
    await store.db.execute(unfolded)
    expect(await found('müller')).toEqual(only(view.approvalId))
    await Promise.all([refoldSearchText(store.db), refoldSearchText(store.db)])
    expect(await found('muller')).toEqual(only(view.approvalId))
    await store.db.execute(sql`delete from cases where case_id = ${view.approvalId}`)
  })

  it.each(['100%', '%', 'off_now', '_', '\\', '"it\'s"', "'x';", '--', '(a|b)*', 'drop table cases'])(
    'takes %s literally',
    async (q) => {
      const result = await found(q)
      expect(result.has(odd.approvalId)).toBe(true)
      // Ids hold underscores, nothing else of these.
      if (q !== '_') expect(result).toEqual(only(odd.approvalId))
    },
  )

  it('that is empty, or has characters that Postgres refuses, is no error', async () => {
    expect((await found('   ')).size).toBe(3)
    expect((await found('\0')).size).toBe(0)
    expect((await found('\ud800')).size).toBe(0)
    expect((await found('word '.repeat(500))).size).toBe(0)
  })
})
