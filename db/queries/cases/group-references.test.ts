import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeCase } from '../../projection/write-case'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database'
import { approvalView, orderView } from '../../testing/test-views'
import { selectGroupReferences } from './group-references'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('counts what is asked of a group now, and what may be', async () => {
  const views = [
    approvalView(1, { group: 'returns' }),
    approvalView(2, { group: 'returns', state: 'APPROVED' }),
    approvalView(3, { onDeadline: { action: 'escalate', group: 'returns' } }),
    approvalView(4, { onDeadline: { action: 'escalate', group: 'returns' }, state: 'EXPIRED' }),
    approvalView(5, { fallbackGroup: 'returns' }),
    approvalView(6, { fallbackGroup: 'finance' }),
    approvalView(7),
    orderView(8, { policyGroups: ['risk', 'returns'] }),
    orderView(9, { policyGroups: ['risk'] }),
    orderView(10, { policyGroups: ['returns'], state: 'SHIPPED' }),
    orderView(11),
  ]
  for (const view of views) await writeCase(database.db, { view, entries: [] }, async () => true)
  expect(await selectGroupReferences(database.db, 'returns')).toEqual({
    asked: 1,
    escalating: 1,
    fallback: 1,
    orders: 1,
  })
  expect(await selectGroupReferences(database.db, 'nowhere')).toEqual({
    asked: 0,
    escalating: 0,
    fallback: 0,
    orders: 0,
  })
})
