import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeCase } from '../../projection/write-case'
import { groupMembers, groups, user } from '../../schema/auth'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database'
import { approvalId, approvalView } from '../../testing/test-views'
import { selectStrandedApprovals, selectSupervisedApprovals } from './stranded-approvals'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await db.insert(user).values([
    { id: 'ana', name: 'Ana', email: 'ana@x.test', role: 'agent' },
    { id: 'bo', name: 'Bo', email: 'bo@x.test', role: 'agent' },
    { id: 'gone', name: 'Gone', email: 'gone@x.test', role: 'agent', banned: true },
  ])
  const members = { both: ['ana', 'bo'], single: ['ana', 'gone'], banned: ['gone'], empty: [] }
  for (const [groupId, ids] of Object.entries(members)) {
    await db.insert(groups).values({ id: groupId, name: groupId })
    for (const userId of ids) await db.insert(groupMembers).values({ groupId, userId })
  }
})
afterAll(() => database.drop())

it('finds the approvals of every group in which nobody may decide them', async () => {
  const asked = [
    ['both', 'ana'],
    ['single', 'ana'],
    ['single', 'bo'],
    ['banned', 'bo'],
    ['empty', 'bo'],
    ['deleted', 'bo'],
  ] as const
  const save = (seed: number, change: Parameters<typeof approvalView>[1]) =>
    writeCase(database.db, { view: approvalView(seed, change), entries: [] }, async () => true)
  for (const [i, [group, id]] of asked.entries()) await save(i, { group, requester: { id, name: id } })
  await save(20, { group: 'deleted', state: 'APPROVED' })
  await save(21, { group: 'deleted', supervisorsMayDecide: true, title: 'For supervisors' })
  await save(22, { group: 'both', supervisorsMayDecide: true })
  const found = (await selectStrandedApprovals(database.db, 50, '')).map(({ caseId }) => caseId)
  expect([...found].sort()).toEqual([1, 3, 4, 5].map(approvalId).sort())
  expect(await selectStrandedApprovals(database.db, 2, '')).toHaveLength(2)
  expect(await selectSupervisedApprovals(database.db, 50)).toMatchObject([
    { caseId: approvalId(21), title: 'For supervisors', group: 'deleted' },
  ])
})
