import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeCase } from '../projection'
import { user } from '../schema/auth'
import { caseSeen } from '../schema/cases'
import { createTestDatabase, type TestDatabase } from '../test-database'
import { approvalId, approvalView } from '../test-views'
import { countCases } from './case-counts'
import { markSeen, seenVersions } from './case-seen'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  for (const id of ['ana', 'ben'])
    await database.db.insert(user).values({ id, name: id, email: `${id}@staff.test`, role: 'agent' })
})
afterAll(() => database.drop())
beforeEach(() => database.db.delete(caseSeen))

const one = approvalId(1)
const two = approvalId(2)
const mark = (userId: string, ...seen: [string, number][]) =>
  markSeen(
    database.db,
    userId,
    seen.map(([caseId, version]) => ({ caseId, version })),
  )
const seenBy = async (userId: string) =>
  Object.fromEntries(await seenVersions(database.db, userId, [one, two]))

describe('what a person saw', () => {
  it('is theirs alone', async () => {
    await mark('ana', [one, 3])
    expect(await seenBy('ana')).toEqual({ [one]: 3 })
    expect(await seenBy('ben')).toEqual({})
  })

  it('never becomes an older version, except that version 0 marks as unread', async () => {
    await mark('ana', [one, 3], [two, 2])
    await mark('ana', [one, 2], [two, 5])
    expect(await seenBy('ana')).toEqual({ [one]: 3, [two]: 5 })
    await mark('ana', [one, 0])
    expect(await seenBy('ana')).toEqual({ [one]: 0, [two]: 5 })
    await mark('ana', [one, 1])
    expect((await seenBy('ana'))[one]).toBe(1)
  })

  it('takes the last word of a call that names a case twice', async () => {
    await mark('ana', [one, 4], [one, 0])
    expect(await seenBy('ana')).toEqual({ [one]: 0 })
  })

  it('ends at the highest version when 20 tabs say it at once, whatever order they name cases in', async () => {
    const pairs = (n: number): [string, number][] => [
      [one, n],
      [two, n],
    ]
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => mark('ana', ...(n % 2 ? pairs(n + 1) : pairs(n + 1).reverse()))),
    )
    expect(await seenBy('ana')).toEqual({ [one]: 20, [two]: 20 })
  })
})

describe('unread cases', () => {
  const unread = async (groups: string[]) => (await countCases(database.db, { id: 'ana', groups })).unread

  it('are open approvals of my groups that I did not see as they are', async () => {
    const views = [
      approvalView(1, { version: 3 }),
      approvalView(2, { version: 2, group: 'finance' }),
      approvalView(3, { version: 2, state: 'APPROVED' }),
    ]
    for (const view of views) await writeCase(database.db, { view, entries: [] }, async () => true)
    expect([await unread(['risk']), await unread(['risk', 'finance']), await unread([])]).toEqual([1, 2, 0])
    await mark('ana', [one, 2])
    await mark('ben', [one, 3])
    expect(await unread(['risk'])).toBe(1)
    await mark('ana', [one, 3])
    expect(await unread(['risk', 'finance'])).toBe(1)
    await mark('ana', [one, 0])
    expect(await unread(['risk', 'finance'])).toBe(2)
  })
})
