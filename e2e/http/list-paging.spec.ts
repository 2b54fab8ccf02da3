import { expect, test } from '@playwright/test'
import type { CaseItem } from '../../temporal/contract/cases/case'
import { LIST_SOURCES, SORTS, type Sort, type SortField } from '../../temporal/contract/cases/case-filter'
import { CASE_STATES } from '../../temporal/contract/states'
import { call, decide, expectBody, listCases, readCase, startApproval } from '../support/api'
import { selectRows } from '../support/sql'
import { people } from '../support/stack'
import { uniqueWord } from '../support/unique-word'

const { ana, ben, supervisor } = people

const PAGE = 7

/** Reads all ids of a list, page by page. */
const walk = async (query: string): Promise<string[]> => {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const next: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
    const page = await listCases(ana, `${query}&limit=${PAGE}${next}`)
    expect(page.items.length).toBeLessThanOrEqual(PAGE)
    ids.push(...page.items.map(({ caseId }) => caseId))
    cursor = page.nextCursor
  } while (cursor !== null)
  return ids
}

for (const source of LIST_SOURCES)
  test(`pages of ${source} contain every case once`, async () => {
    test.slow()
    const title = uniqueWord('walk')
    const wanted = await Promise.all(
      Array.from({ length: 24 }, (_, n) => startApproval(supervisor, { title: `Refund ${n} ${title}` })),
    )
    await expect
      .poll(async () => (await walk(`source=${source}&q=${title}`)).length, { timeout: 20_000 })
      .toBe(wanted.length)
    const ids = await walk(`source=${source}&q=${title}`)
    expect(ids.toSorted()).toEqual(wanted.toSorted())
  })

for (const sort of ['created', '-created', 'amount', '-amount', 'due', '-updated', 'title', 'priority'])
  test(`pages sorted by ${sort} contain every case of a period once`, async () => {
    test.slow()
    const to = new Date().toISOString()
    const from = new Date(Date.now() - 10 * 60_000).toISOString()
    // Closed cases do not change, so the order of the list is stable while it is read.
    const query = `from=${from}&to=${to}&state=closed&sort=${sort}`
    const before = await selectRows<{ id: string }>(
      'select case_id as id from cases where created_at >= $1 and created_at < $2 and not is_open',
      [from, to],
    )
    const ids = await walk(query)
    expect(new Set(ids).size).toBe(ids.length)
    const seen = new Set(ids)
    expect(before.filter(({ id }) => !seen.has(id))).toEqual([])
  })

/** The value of a row that a sort compares. */
const VALUE = {
  created: ({ createdAt }) => createdAt,
  updated: ({ updatedAt }) => updatedAt,
  due: ({ dueAt }) => dueAt,
  amount: ({ amountCents }) => amountCents,
  priority: ({ priority }) => priority,
  title: ({ caseTitle }) => caseTitle.toLowerCase(),
  requester: ({ submitter }) => submitter[0]?.name.toLowerCase() ?? null,
  assignee: ({ assignee }) => assignee[0]?.name.toLowerCase() ?? null,
  state: ({ status }) => CASE_STATES.indexOf(status),
  group: ({ group }) => group,
} satisfies Record<SortField, (row: CaseItem) => string | number | null>

/** Sorts by value and then by id; rows without a value are last in both directions. */
const sortedCopy = (rows: readonly CaseItem[], sort: Sort): string[] => {
  const read = VALUE[sort.replace('-', '') as SortField]
  const sign = sort.startsWith('-') ? -1 : 1
  return rows
    .toSorted((a, b) => {
      const [left, right] = [read(a), read(b)]
      if (left === right) return a.caseId < b.caseId ? -sign : sign
      if (left === null || right === null) return left === null ? 1 : -1
      return left < right ? -sign : sign
    })
    .map(({ caseId }) => caseId)
}

test('every sort equals a sorted copy, ascending and descending, over all pages', async () => {
  test.slow()
  const title = uniqueWord('walk')
  const ids = await Promise.all(
    Array.from({ length: 16 }, (_, n) =>
      startApproval([supervisor, ana, ben][n % 3] ?? ana, {
        title: `${'Gamma,alpha,Beta,delta'.split(',')[n % 4]} ${title}`,
        group: n % 5 === 0 ? 'finance' : 'risk',
        priority: n % 4,
        ...(n % 2 ? { amountCents: (n % 6) * 100 } : {}),
        ...(n % 3 ? { deadlineMs: 3_600_000 * (1 + (n % 4)) } : {}),
      }),
    ),
  )
  for (const [n, caseId] of ids.entries()) {
    if (n % 5 === 0) continue
    const holder = n % 2 ? ana : ben
    if (n % 3 !== 2) expectBody(await call(`/api/v1/cases/${caseId}/claim`, { as: holder, method: 'POST' }))
    if (n % 4 === 1 && n % 3 === 0) expectBody(await decide(holder, caseId, { decision: 'approved' }))
  }
  const query = `q=${title}`
  const versions = await Promise.all(
    ids.map(async (caseId) => (await readCase(ana, caseId)).caseDetails.version),
  )
  await expect
    .poll(async () => {
      const { items } = await listCases(ana, `${query}&limit=200`)
      return ids.map((id) => items.find(({ caseId }) => caseId === id)?.version)
    })
    .toEqual(versions)
  const { items } = await listCases(ana, `${query}&limit=200`)
  expect(new Set(items.map(VALUE.assignee)).size).toBe(3)
  for (const sort of SORTS) expect(await walk(`${query}&sort=${sort}`), sort).toEqual(sortedCopy(items, sort))
})

test('a page links to the previous one', async () => {
  const title = uniqueWord('walk')
  await Promise.all(
    Array.from({ length: 5 }, (_, n) => startApproval(supervisor, { title: `Refund ${n} ${title}` })),
  )
  await expect.poll(async () => (await listCases(ana, `q=${title}`)).items.length).toBe(5)
  const first = await listCases(ana, `q=${title}&limit=2`)
  const second = await listCases(
    ana,
    `q=${title}&limit=2&cursor=${encodeURIComponent(first.nextCursor ?? '')}`,
  )
  const back = await listCases(
    ana,
    `q=${title}&limit=2&cursor=${encodeURIComponent(second.prevCursor ?? '')}`,
  )
  expect(back.items.map(({ caseId }) => caseId)).toEqual(first.items.map(({ caseId }) => caseId))
  expect(first.prevCursor).toBeNull()
})

test('the page before one that decisions emptied is whole, and the last one', async () => {
  const title = uniqueWord('walk')
  await Promise.all(
    Array.from({ length: 4 }, (_, n) => startApproval(supervisor, { title: `Refund ${n} ${title}` })),
  )
  const query = `q=${title}&state=open&sort=title&limit=2`
  const total = async () => (await listCases(ana, query)).total.value
  const read = (cursor: string | null) =>
    listCases(ana, `${query}&cursor=${encodeURIComponent(cursor ?? '')}`)
  await expect.poll(total).toBe(4)
  const first = await listCases(ana, query)
  for (const { caseId } of (await read(first.nextCursor)).items)
    expectBody(await decide(ana, caseId, { decision: 'approved' }))
  await expect.poll(total).toBe(2)
  const emptied = await read(first.nextCursor)
  expect(emptied).toMatchObject({ items: [], nextCursor: null, total: { value: 2, exact: true } })
  const before = await read(emptied.prevCursor)
  expect(before.items).toEqual(first.items)
  expect([before.prevCursor, before.nextCursor]).toEqual([null, null])
})

for (const source of LIST_SOURCES)
  test(`a cursor of ${source} is refused with another filter, and a forged one always`, async () => {
    const title = uniqueWord('walk')
    await Promise.all(
      Array.from({ length: 3 }, () => startApproval(supervisor, { title: `Refund ${title}` })),
    )
    const query = `source=${source}&q=${title}&limit=1`
    await expect
      .poll(async () => (await listCases(ana, query)).nextCursor, { timeout: 20_000 })
      .not.toBeNull()
    const cursor = encodeURIComponent((await listCases(ana, query)).nextCursor ?? '')
    for (const other of [
      `source=${source}&q=another&limit=1&cursor=${cursor}`,
      `${query}&kind=order&cursor=${cursor}`,
      `${query}&cursor=bWFkZS11cA`,
      `${query}&cursor=${cursor.slice(0, -2)}`,
    ])
      expect(await call(`/api/v1/cases?${other}`, { as: ana }), other).toMatchObject({
        status: 422,
        body: { code: 'INVALID_CURSOR' },
      })
  })

test('a list from Visibility refuses to sort', async () => {
  expect(await call('/api/v1/cases?source=visibility&sort=amount', { as: ana })).toMatchObject({
    status: 422,
    body: { code: 'SORT_UNSUPPORTED' },
  })
})
