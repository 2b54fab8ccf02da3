import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApprovalView } from '../../../temporal/contract/cases/approval'
import { type CaseFilter, SORTS, type Sort } from '../../../temporal/contract/cases/case-filter'
import { isTerminal } from '../../../temporal/contract/states'
import { writeCase } from '../../projection/write-case'
import { cases } from '../../schema/cases'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database'
import { approvalId, approvalView, at, orderId, orderView } from '../../testing/test-views'
import { insertIntake } from '../orders/orders'
import { selectCaseCounts } from './case-counts'
import type { CaseKey } from './case-keyset'
import { selectCasePage, selectCaseVersions, selectNewestOpenApproval } from './cases'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const put = (view: Parameters<typeof writeCase>[1]['view']) =>
  writeCase(database.db, { view, entries: [] }, async () => true)

const ids = async (filter: CaseFilter, sort: Sort = 'created', now?: Date) => {
  const { items, total } = await selectCasePage(database.db, filter, { sort, limit: 200 }, now)
  expect(total).toEqual({ value: items.length, exact: true })
  return items.map(({ caseId }) => caseId)
}
const found = async (q: string) => new Set(await ids({ q }))
const only = (...caseIds: string[]) => new Set(caseIds)

/** Rows with many equal values and many nulls, in both kinds and both open and closed. */
const COUNT = 60
const many = (i: number): ApprovalView =>
  approvalView(1000 + i, {
    title: ['alpha', 'Alpha', 'beta', 'Ünder'][i % 4],
    state: i % 5 === 0 ? 'APPROVED' : i % 7 === 0 ? 'CLAIMED' : 'OPEN',
    requester: { name: ['Ada', 'ada', 'Ben Cole', 'Émile'][i % 4] ?? '' },
    assignee: i % 3 === 0 ? null : { id: `user-${i % 3}`, name: ['Ana', 'bo'][i % 2] ?? '' },
    group: ['risk', 'finance'][i % 2],
    createdAt: at(i % 7),
    updatedAt: at(i % 3),
    dueAt: i % 3 === 0 ? null : at(i % 4),
    amountCents: i % 2 === 0 ? null : (i % 5) * 100,
    priority: i % 4,
  })

describe('the open question', () => {
  afterAll(async () => {
    await database.db.delete(cases)
  })

  it('of an order is that of its approval, while it waits for an approver', async () => {
    const asked = approvalView(71, {
      orderId: orderId(72),
      interaction: {
        interactionId: `${approvalId(71)}:2`,
        interactionType: 'action_buttons',
        prompt: 'May it?',
        payload: { actions: [] },
      },
    })
    const approval = { approvalId: approvalId(71), state: 'OPEN', decision: null } as const
    await put(asked)
    await put(orderView(72, { state: 'AWAITING_APPROVAL', approval }))
    await put(
      orderView(73, { state: 'AWAITING_APPROVAL', approval: { ...approval, approvalId: approvalId(74) } }),
    )
    await put(orderView(75, { state: 'SHIPPED', approval }))
    const questions = async () => {
      const { items } = await selectCasePage(database.db, {}, { sort: 'created', limit: 10 })
      return new Map(items.map(({ caseId, interactionId }) => [caseId, interactionId]))
    }
    const open = await questions()
    expect(open.get(approvalId(71))).toBe(`${approvalId(71)}:2`)
    expect(open.get(orderId(72))).toBe(`${approvalId(71)}:2`)
    expect([open.get(orderId(73)), open.get(orderId(75))]).toEqual([null, null])

    await put({ ...asked, state: 'APPROVED', version: 2 })
    const answered = await questions()
    expect([answered.get(approvalId(71)), answered.get(orderId(72))]).toEqual([null, null])
  })
})

describe('pages', () => {
  beforeAll(async () => {
    await Promise.all(Array.from({ length: COUNT }, (_, i) => put(many(i))))
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        put(orderView(2000 + i, { createdAt: at(i % 7), state: i % 2 ? 'COMPLETED' : 'PENDING' })),
      ),
    )
  })
  afterAll(async () => {
    await database.db.delete(cases)
  })

  const walk = async (sort: Sort, filter: CaseFilter, limit: number) => {
    const pages: string[][] = []
    let after: CaseKey | undefined
    for (;;) {
      const page = await selectCasePage(database.db, filter, { sort, limit, after })
      pages.push(page.items.map(({ caseId }) => caseId))
      expect(page.prev === null).toBe(after === undefined)
      if (!page.next) return pages
      after = JSON.parse(JSON.stringify(page.next)) as CaseKey
    }
  }

  const walkBack = async (sort: Sort, filter: CaseFilter, limit: number, from: CaseKey) => {
    const pages: string[][] = []
    let before: CaseKey | null = from
    while (before) {
      const page = await selectCasePage(database.db, filter, { sort, limit, before })
      pages.unshift(page.items.map(({ caseId }) => caseId))
      expect(page.next).not.toBeNull()
      before = page.prev
    }
    return pages
  }

  it.each(SORTS)(
    'sorted by %s hold every case once, forwards and backwards, whatever the page size',
    async (sort) => {
      for (const filter of [{}, { kind: 'approval' }] as CaseFilter[]) {
        const whole = await ids(filter, sort)
        expect(new Set(whole).size).toBe(filter.kind ? COUNT : COUNT + 20)
        for (const limit of [3, 20]) {
          const pages = await walk(sort, filter, limit)
          expect(pages.flat()).toEqual(whole)
        }
        const { items } = await selectCasePage(database.db, filter, { sort, limit: 200 })
        const row = items.at(-1)
        const [last] = await database.db
          .select({
            due: sql<string | null>`due_at::text`,
            amount: sql<string | null>`amount_cents::text`,
            created: sql<string>`created_at::text`,
            updated: sql<string>`updated_at::text`,
            priority: sql<string>`priority::text`,
            title: sql<string>`left(lower(title), 200)`,
            requester: sql<string>`left(lower(submitter ->> 'name'), 200)`,
            assignee: sql<string | null>`left(lower(assignee ->> 'name'), 200)`,
            state: sql<string>`state::text`,
            group: sql<string | null>`group_id`,
          })
          .from(cases)
          .where(sql`case_id = ${row?.caseId}`)
        const key = {
          caseId: row?.caseId ?? '',
          value: last?.[sort.replace('-', '') as keyof typeof last] ?? null,
        }
        expect((await walkBack(sort, filter, 7, key)).flat()).toEqual(whole.slice(0, -1))
      }
    },
  )

  it.each(['due', '-due', 'amount', '-amount'] as const)(
    'sorted by %s end with what has no value',
    async (sort) => {
      const { items } = await selectCasePage(database.db, { kind: 'approval' }, { sort, limit: 200 })
      const values = items.map((item) => (sort.endsWith('due') ? item.dueAt : item.amountCents))
      const firstNull = values.indexOf(null)
      expect(values.slice(firstNull).every((value) => value === null)).toBe(true)
      const ordered = values
        .slice(0, firstNull)
        .map((value) => (typeof value === 'string' ? Date.parse(value) : Number(value)))
      const ascending = [...ordered].sort((a, b) => a - b)
      expect(ordered).toEqual(sort.startsWith('-') ? ascending.reverse() : ascending)
    },
  )

  it('sort titles without regard to case', async () => {
    const { items } = await selectCasePage(database.db, { kind: 'approval' }, { sort: 'title', limit: 200 })
    const first = items.slice(0, COUNT / 2).map(({ caseTitle }) => caseTitle.toLowerCase())
    expect(new Set(first)).toEqual(new Set(['alpha']))
  })

  it('do not repeat or skip a row when rows are added and removed between them', async () => {
    const first = await selectCasePage(database.db, {}, { sort: 'created', limit: 10 })
    const key = first.next as CaseKey
    const rest = await selectCasePage(database.db, {}, { sort: 'created', limit: 200, after: key })
    await put(approvalView(1, { createdAt: at(-60) }))
    await database.db.delete(cases).where(sql`case_id = ${first.items[9]?.caseId}`)
    const again = await selectCasePage(database.db, {}, { sort: 'created', limit: 200, after: key })
    expect(again.items).toEqual(rest.items)
  })

  it('say on an empty page after the end how to get back', async () => {
    const after = { value: '2999-01-01 00:00:00+00', caseId: 'z' }
    const page = await selectCasePage(database.db, {}, { sort: 'created', limit: 5, after })
    expect(page).toMatchObject({ items: [], next: null, prev: after })
  })
})

describe('filters', () => {
  const now = new Date('2026-01-07T15:00:00.000Z')
  const day = (iso: string) => ({ dueAt: iso })
  const ana = { id: 'user-ana', name: 'Ana Ruiz' }

  beforeAll(async () => {
    await put(
      approvalView(1, { ...day('2026-01-07T14:59:59.999Z'), assignee: ana, state: 'CLAIMED', priority: 3 }),
    )
    await put(approvalView(2, { ...day('2026-01-07T15:00:00.000Z'), group: 'finance', amountCents: 50_00 }))
    await put(approvalView(3, { ...day('2026-01-08T00:00:00.000Z'), amountCents: 100_00, createdAt: at(60) }))
    await put(approvalView(4, { ...day('2026-01-14T00:00:00.000Z'), amountCents: 150_00 }))
    await put(approvalView(5, { ...day('2026-01-01T00:00:00.000Z'), state: 'EXPIRED' }))
    await put(
      orderView(6, {
        state: 'PROCESSING_PAYMENT',
        attention: { step: 'Charging', error: 'x', since: at(0), attempts: 3 },
      }),
    )
    await put(orderView(7, { state: 'COMPLETED' }))
  })
  afterAll(async () => {
    await database.db.delete(cases)
  })

  const approvals = (...seeds: number[]) => seeds.map(approvalId)
  const orders = (...seeds: number[]) => seeds.map(orderId)
  const expectSet = async (filter: CaseFilter, expected: string[]) =>
    expect(new Set(await ids(filter, 'created', now))).toEqual(new Set(expected))

  it('by kind and by states, which may be of both kinds', async () => {
    await expectSet({ kind: 'order' }, orders(6, 7))
    await expectSet({ states: ['COMPLETED', 'EXPIRED'] }, [...orders(7), ...approvals(5)])
    await expectSet({ kind: 'order', states: ['OPEN'] }, [])
    await expectSet({ states: [] }, [])
  })

  it('by who has it', async () => {
    await expectSet({ assignee: 'user-ana' }, approvals(1))
    await expectSet({ kind: 'approval', assignee: 'none', states: ['OPEN'] }, approvals(2, 3, 4))
  })

  it('by group, priority, amount and age', async () => {
    await expectSet({ group: 'finance' }, approvals(2))
    await expectSet({ priority: 2 }, approvals(1))
    await expectSet({ kind: 'approval', minAmountCents: 100_00, maxAmountCents: 100_00 }, approvals(3))
    await expectSet({ kind: 'approval', from: at(60) }, approvals(3))
    await expectSet({ kind: 'approval', to: at(60) }, approvals(1, 2, 4, 5))
  })

  it('by what is due, which a closed case never is', async () => {
    await expectSet({ due: 'overdue' }, approvals(1))
    await expectSet({ due: 'today' }, approvals(1, 2))
    await expectSet({ due: 'week' }, approvals(1, 2, 3))
  })

  it('together, as and', async () => {
    await expectSet({ kind: 'approval', due: 'week', group: 'risk', q: 'refund' }, approvals(1, 3))
  })

  it('are counted for the tabs', async () => {
    expect(await selectCaseCounts(database.db, { id: 'user-ana', groups: ['finance'] }, {}, now)).toEqual({
      mine: 1,
      unassigned: 3,
      all: 4,
      closed: null,
      overdue: 1,
      attention: 1,
      unread: 1,
      asOf: now.toISOString(),
    })
  })

  it('are counted for the tabs of a narrowed list', async () => {
    const ana = { id: 'user-ana', groups: [] }
    const count = (filter: CaseFilter) => selectCaseCounts(database.db, ana, filter, now)
    for (const filter of [
      { group: 'risk' },
      { q: 'refund' },
      { due: 'week' },
      { priority: 1 },
      { minAmountCents: 1 },
      { assignee: 'user-ana' },
      { states: ['OPEN'] },
      { kind: 'order' },
    ] as CaseFilter[]) {
      const counts = await count(filter)
      const listed = async (more: CaseFilter) => {
        const asked = { kind: 'approval', ...filter, ...more } as CaseFilter
        const { items } = await selectCasePage(database.db, asked, { sort: 'created', limit: 200 }, now)
        return items
      }
      const all = await listed({})
      const open = all.filter(({ status }) => !isTerminal(status))
      expect(counts, JSON.stringify(filter)).toMatchObject({
        all: open.length,
        closed: filter.kind && Object.keys(filter).length === 1 ? null : all.length - open.length,
        mine: open.filter(({ assignee }) => assignee[0]?.id === 'user-ana').length,
        unassigned: open.filter(({ assignee }) => assignee.length === 0).length,
        unread: 0,
      })
    }
    expect((await count({ q: 'no such words' })).attention).toBe(0)
    expect((await count({ kind: 'order' })).attention).toBe(1)
    expect((await count({ kind: 'approval' })).attention).toBe(0)
  })

  it('leave versions to be asked by id', async () => {
    const versions = await selectCaseVersions(database.db, [approvalId(1), approvalId(99)])
    expect([...versions]).toEqual([[approvalId(1), 1]])
  })
})

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
    await insertIntake(database.db, {
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
    for (const view of [order, ofOrder, odd]) await put(view)
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

  it('finds an order and its approval by what was ordered', async () => {
    for (const q of ['enamel MUG', 'mug-blue', 'ug-bl', 'pencil', '#mug-blue'])
      expect(await found(q), q).toEqual(only(order.orderId, ofOrder.approvalId))
    expect(await found('mug byron')).toEqual(only(order.orderId))
    expect(await found('mug-red')).toEqual(only())
  })

  it('finds an order and its approval by the e-mail of the customer, which no view holds', async () => {
    for (const q of ['grace.hopper+7@Customer.example', 'grace.hopper', '+7@customer', 'HOPPER'])
      expect(await found(q), q).toEqual(only(order.orderId, ofOrder.approvalId))
    const { rows } = await database.db.execute(
      sql`select 1 from cases where snapshot::text ilike '%hopper%' or title ilike '%hopper%'`,
    )
    expect(rows).toEqual([])
  })

  it('keeps what it finds by when the case is written again', async () => {
    await put({ ...order, version: 2, state: 'COMPLETED' })
    await put({ ...ofOrder, version: 2, state: 'APPROVED' })
    expect(await found('hopper pencil')).toEqual(only(order.orderId, ofOrder.approvalId))
  })

  it('finds rows from before products and e-mails were looked in', async () => {
    const words = sql`select search_text from cases order by case_id`
    const before = await database.db.execute(words)
    await database.db.execute(
      sql`update cases set search_text = lower(title) where case_id <> ${odd.approvalId}`,
    )
    expect((await found('hopper pencil')).size).toBe(0)
    const file = await readFile(new URL('../../migrations/0006_search_words.sql', import.meta.url), 'utf8')
    await database.db.execute(sql.raw(file))
    expect(await found('hopper pencil mug-blue')).toEqual(only(order.orderId, ofOrder.approvalId))
    expect((await found("100% off_now 'x'")).size).toBe(1)
    await database.db.execute(sql`delete from cases`)
    for (const view of [order, ofOrder, odd]) await put(view)
    expect((await database.db.execute(words)).rows).toEqual(before.rows)
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

  it('with nothing in it, or with what Postgres cannot hold, is no error', async () => {
    expect((await found('   ')).size).toBe(3)
    expect((await found('\0')).size).toBe(0)
    expect((await found('\ud800')).size).toBe(0)
    expect((await found('word '.repeat(500))).size).toBe(0)
  })
})

it('finds another open approval than the one it is told', async () => {
  await database.db.delete(cases)
  await put(approvalView(1, { updatedAt: at(1) }))
  await put(approvalView(2, { updatedAt: at(2) }))
  await put(approvalView(3, { updatedAt: at(3), state: 'APPROVED' }))
  await put(orderView(4, { updatedAt: at(4) }))
  expect(await selectNewestOpenApproval(database.db, approvalId(2))).toBe(approvalId(1))
  expect(await selectNewestOpenApproval(database.db, approvalId(9))).toBe(approvalId(2))
})
