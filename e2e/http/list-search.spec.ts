import { expect, test } from '@playwright/test'
import type { CaseCounts } from '../../temporal/contract/cases/case-filter'
import type { Colleague } from '../../temporal/contract/people/people'
import { call, decide, expectBody, listCases, placeWaitingOrder, startApproval } from '../support/api'
import { selectRows } from '../support/sql'
import { type Account, people, stack } from '../support/stack'
import { uniqueWord } from '../support/unique-word'

const { ana, ben, supervisor, customer } = people

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

test('a search finds an order and its approval by product and by e-mail', async () => {
  const mailbox = uniqueWord('walk')
  const { order, approvalId } = await placeWaitingOrder(customer, {
    email: `Grace+${mailbox}@customer.example`,
  })
  const [product] = await selectRows<{ name: string }>('select name from products where sku = $1', [
    stack.skus.dear,
  ])
  const queries = [
    mailbox,
    mailbox.slice(2, -2),
    `+${mailbox}@CUSTOMER.example`,
    `${mailbox} ${stack.skus.dear.slice(1)}`,
    `${product?.name} ${mailbox}`,
  ]
  for (const q of queries)
    await expect
      .poll(async () => {
        const { items } = await listCases(ana, `q=${encodeURIComponent(q)}`)
        return items.map(({ caseId }) => caseId).toSorted()
      }, q)
      .toEqual([approvalId, order.orderId].toSorted())
  expect((await listCases(ana, `source=visibility&q=${mailbox}`)).items).toEqual([])
})

test('a case is unread until the person has read it, and again after a change by others', async () => {
  const title = uniqueWord('walk')
  const caseId = await startApproval(supervisor, { title })
  const rowOf = async (as: Account) => (await listCases(as, `q=${title}`)).items[0]
  const see = async (version: number) =>
    expectBody(await call('/api/v1/cases/seen', { as: ana, body: { cases: [{ caseId, version }] } }), 204)
  await expect.poll(async () => (await rowOf(ana))?.isUnread).toBe(true)
  await see((await rowOf(ana))?.version ?? 0)
  expect([(await rowOf(ana))?.isUnread, (await rowOf(ben))?.isUnread]).toEqual([false, true])

  const { version } = expectBody(
    await call<{ version: number }>(`/api/v1/cases/${caseId}/claim`, { as: ben, method: 'POST' }),
  )
  await expect.poll(async () => (await rowOf(ana))?.version).toBe(version)
  expect((await rowOf(ana))?.isUnread).toBe(true)
  await expect.poll(async () => (await rowOf(ben))?.isUnread).toBe(false)

  await see(version)
  await see(1)
  expect((await rowOf(ana))?.isUnread).toBe(false)
  await see(0)
  expect((await rowOf(ana))?.isUnread).toBe(true)
  expect(await call('/api/v1/cases/seen', { as: customer, body: { cases: [] } })).toMatchObject({
    status: 403,
  })
})

test('staff find colleagues by name and e-mail', async () => {
  const find = async (q: string) =>
    expectBody(await call<{ items: Colleague[] }>(`/api/v1/people?q=${encodeURIComponent(q)}`, { as: ana }))
      .items
  for (const q of [ben.email.toUpperCase(), ben.name])
    expect(await find(q), q).toMatchObject([
      { email: ben.email, name: ben.name, role: 'agent', groups: ben.groups.toSorted() },
    ])
  expect((await find(ben.email.slice(1))).map(({ email }) => email)).toContain(ben.email)
  expect(await find(customer.email)).toEqual([])
  expect((await call('/api/v1/people', { as: customer })).status).toBe(403)
  expect((await call('/api/v1/people')).status).toBe(401)
})

for (const query of [
  'state=NOWHERE',
  'limit=0',
  'limit=201',
  'sort=colour',
  'from=yesterday',
  'minAmount=a',
  'minAmount=1e2',
  'limit=0x10',
  'x=1',
])
  test(`a list with ${query} is refused`, async () => {
    expect(await call(`/api/v1/cases?${query}`, { as: ana })).toMatchObject({
      status: 422,
      body: { code: 'VALIDATION_FAILED' },
    })
  })

test('only signed-in staff can read lists', async () => {
  expect((await call('/api/v1/cases')).status).toBe(401)
  expect([403, 404]).toContain((await call('/api/v1/cases', { as: customer })).status)
})

test('counts cover the tabs of the whole list or of a filtered one', async () => {
  const count = async (query: string) =>
    expectBody(await call<CaseCounts>(`/api/v1/cases/counts?${query}`, { as: ana }))
  expect(await count('')).toMatchObject({
    mine: expect.any(Number),
    all: expect.any(Number),
    unread: expect.any(Number),
  })
  const title = uniqueWord('walk')
  const ids = await Promise.all([1, 2, 3].map((priority) => startApproval(supervisor, { title, priority })))
  await expect.poll(async () => (await listCases(ana, `q=${title}`)).items.length).toBe(3)
  expect(await count(`q=${title}`)).toMatchObject({ all: 3, unassigned: 3, mine: 0, closed: 0, unread: 3 })
  expect(await count(`q=${title}&priority=2`)).toMatchObject({ all: 2, unread: 2 })
  expectBody(await decide(ana, ids[0] ?? '', { decision: 'approved' }))
  await expect.poll(() => count(`q=${title}`)).toMatchObject({ all: 2, closed: 1, unread: 2 })
  expect((await call('/api/v1/cases/counts?sort=due', { as: ana })).status).toBe(422)
})
