import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApprovalView } from '../../../temporal/contract/cases/approval'
import { type CaseFilter, SORTS, type Sort } from '../../../temporal/contract/cases/case-filter'
import { cases } from '../../schema/cases'
import { type CaseStore, openCaseStore } from '../../testing/case-store'
import { approvalView, at, orderView } from '../../testing/test-views'
import type { CaseKey } from './case-keyset'
import { selectCasePage } from './case-list'

let store: CaseStore
beforeAll(async () => {
  store = await openCaseStore()
})
afterAll(() => store.database.drop())

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

describe('pages', () => {
  beforeAll(async () => {
    await Promise.all(Array.from({ length: COUNT }, (_, i) => store.put(many(i))))
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        store.put(orderView(2000 + i, { createdAt: at(i % 7), state: i % 2 ? 'COMPLETED' : 'PENDING' })),
      ),
    )
  })
  const walk = async (sort: Sort, filter: CaseFilter, limit: number) => {
    const pages: string[][] = []
    let after: CaseKey | undefined
    for (;;) {
      const page = await selectCasePage(store.db, filter, { sort, limit, after })
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
      const page = await selectCasePage(store.db, filter, { sort, limit, before })
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
        const whole = await store.listIds(filter, sort)
        expect(new Set(whole).size).toBe(filter.kind ? COUNT : COUNT + 20)
        for (const limit of [3, 20]) {
          const pages = await walk(sort, filter, limit)
          expect(pages.flat()).toEqual(whole)
        }
        const { items } = await selectCasePage(store.db, filter, { sort, limit: 200 })
        const row = items.at(-1)
        const [last] = await store.db
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
      const { items } = await selectCasePage(store.db, { kind: 'approval' }, { sort, limit: 200 })
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

  it('sort titles ignoring case', async () => {
    const { items } = await selectCasePage(store.db, { kind: 'approval' }, { sort: 'title', limit: 200 })
    const first = items.slice(0, COUNT / 2).map(({ caseTitle }) => caseTitle.toLowerCase())
    expect(new Set(first)).toEqual(new Set(['alpha']))
  })

  it('do not repeat or skip a row when rows are added and removed between them', async () => {
    const first = await selectCasePage(store.db, {}, { sort: 'created', limit: 10 })
    const key = first.next as CaseKey
    const rest = await selectCasePage(store.db, {}, { sort: 'created', limit: 200, after: key })
    await store.put(approvalView(1, { createdAt: at(-60) }))
    await store.db.delete(cases).where(sql`case_id = ${first.items[9]?.caseId}`)
    const again = await selectCasePage(store.db, {}, { sort: 'created', limit: 200, after: key })
    expect(again.items).toEqual(rest.items)
  })

  it.each(SORTS)('sorted by %s go back from an emptied last page to the one before it', async (sort) => {
    const whole = await store.listIds({}, sort)
    const first = await selectCasePage(store.db, {}, { sort, limit: whole.length - 1 })
    const through = first.next as CaseKey
    // As on a page after `through` whose rows are gone: the page ends with that row, whether others follow or not.
    const page = await selectCasePage(store.db, {}, { sort, limit: 4, through })
    expect(page.items.map(({ caseId }) => caseId)).toEqual(whole.slice(-5, -1))
    expect(page.next).toEqual(through)
    const all = await selectCasePage(store.db, {}, { sort, limit: 200, through })
    expect(all.items.map(({ caseId }) => caseId)).toEqual(whole.slice(0, -1))
    expect(all.prev).toBeNull()
  })

  it('have no next page once its rows are gone, also when they were reached backwards', async () => {
    const filter: CaseFilter = { kind: 'approval', q: 'vanishing' }
    await Promise.all(
      [1, 2, 3].map((i) => store.put(approvalView(3000 + i, { title: 'Vanishing', createdAt: at(i) }))),
    )
    const first = await selectCasePage(store.db, filter, { sort: 'created', limit: 2 })
    const second = await selectCasePage(store.db, filter, {
      sort: 'created',
      limit: 2,
      after: first.next as CaseKey,
    })
    const back = { sort: 'created', limit: 2, before: second.prev as CaseKey } as const
    expect((await selectCasePage(store.db, filter, back)).next).toEqual(first.next)
    await store.db.delete(cases).where(sql`case_id = ${second.items[0]?.caseId}`)
    const through = first.next as CaseKey
    expect(await selectCasePage(store.db, filter, { sort: 'created', limit: 2, through })).toMatchObject({
      items: first.items,
      next: null,
      prev: null,
    })
    expect(
      await selectCasePage(store.db, filter, { ...back, before: { value: '2999-01-01', caseId: 'z' } }),
    ).toMatchObject({
      items: first.items,
      next: null,
    })
    await store.db.delete(cases).where(sql`title = 'Vanishing'`)
  })

  it('have a previous position on an empty page after the end', async () => {
    const after = { value: '2999-01-01 00:00:00+00', caseId: 'z' }
    const page = await selectCasePage(store.db, {}, { sort: 'created', limit: 5, after })
    expect(page).toMatchObject({ items: [], next: null, prev: after })
  })
})
