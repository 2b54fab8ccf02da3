import { randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { LIST_SOURCES } from '../../temporal/contract/filter'
import { call, listCases, placeWaitingOrder, startApproval } from '../support/api'
import { rowsOf } from '../support/sql'
import { people } from '../support/stack'

const { ana, supervisor, customer } = people

const PAGE = 7
const word = () => `walk${randomBytes(6).toString('hex')}`

/** Every id of a list, page by page. */
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
  test(`pages of ${source} hold every case once, with no gap`, async () => {
    test.slow()
    const title = word()
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
  test(`pages sorted by ${sort} hold every case up to a moment once`, async () => {
    test.slow()
    const to = new Date().toISOString()
    const from = new Date(Date.now() - 10 * 60_000).toISOString()
    // Closed cases stand still, so that the order of the list cannot change under the walk.
    const query = `from=${from}&to=${to}&state=closed&sort=${sort}`
    const before = await rowsOf<{ id: string }>(
      'select case_id as id from cases where created_at >= $1 and created_at < $2 and not is_open',
      [from, to],
    )
    const ids = await walk(query)
    expect(new Set(ids).size).toBe(ids.length)
    const seen = new Set(ids)
    expect(before.filter(({ id }) => !seen.has(id))).toEqual([])
  })

test('a page leads back to the one before', async () => {
  const title = word()
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

for (const source of LIST_SOURCES)
  test(`a cursor of ${source} is refused under another filter, and a made-up one always`, async () => {
    const title = word()
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

test('Visibility cannot sort, and says so', async () => {
  expect(await call('/api/v1/cases?source=visibility&sort=amount', { as: ana })).toMatchObject({
    status: 422,
    body: { code: 'SORT_UNSUPPORTED' },
  })
})

test('a search by the id of an order finds it and its approval', async () => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  await expect
    .poll(async () =>
      (await listCases(ana, `q=${order.orderId}`)).items.map(({ caseId }) => caseId).toSorted(),
    )
    .toEqual([approvalId, order.orderId].toSorted())
  await expect
    .poll(async () => (await listCases(ana, `q=${order.orderId}&kind=approval`)).items)
    .toMatchObject([{ caseId: approvalId, waitingFor: 'approver', group: 'risk', currency: 'USD' }])
})

for (const query of [
  'state=NOWHERE',
  'limit=0',
  'limit=201',
  'sort=colour',
  'from=yesterday',
  'minAmount=a',
  'x=1',
])
  test(`a list asked with ${query} is refused`, async () => {
    expect(await call(`/api/v1/cases?${query}`, { as: ana })).toMatchObject({
      status: 422,
      body: { code: 'VALIDATION_FAILED' },
    })
  })

test('lists are for staff that is signed in', async () => {
  expect((await call('/api/v1/cases')).status).toBe(401)
  expect([403, 404]).toContain((await call('/api/v1/cases', { as: customer })).status)
})

test('counts are those of the tabs', async () => {
  const counts = await call<Record<string, number>>('/api/v1/cases/counts', { as: ana })
  expect(counts).toMatchObject({ status: 200, body: { mine: expect.any(Number), all: expect.any(Number) } })
})
