import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeCase } from '../../projection/write-case'
import { user } from '../../schema/auth'
import { caseReads } from '../../schema/cases'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database'
import { approvalId, approvalView } from '../../testing/test-views'
import { selectCaseCounts } from './case-counts'
import {
  CASE_READ_RETENTION_MS,
  deleteExpiredCaseReads,
  selectReadVersions,
  upsertCaseReads,
} from './read-marks'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  for (const id of ['ana', 'ben'])
    await database.db.insert(user).values({ id, name: id, email: `${id}@staff.test`, role: 'agent' })
  for (const seed of [1, 2])
    await writeCase(database.db, { view: approvalView(seed, { version: 1 }), entries: [] }, async () => true)
})
afterAll(() => database.drop())
beforeEach(() => database.db.delete(caseReads))

const one = approvalId(1)
const two = approvalId(2)
const mark = (userId: string, ...marks: [string, number][]) =>
  upsertCaseReads(
    database.db,
    userId,
    marks.map(([caseId, version]) => ({ caseId, version })),
  )
const readVersions = async (userId: string) =>
  Object.fromEntries(await selectReadVersions(database.db, userId, [one, two]))

describe('a read mark', () => {
  it('belongs to one account', async () => {
    await mark('ana', [one, 3])
    expect(await readVersions('ana')).toEqual({ [one]: 3 })
    expect(await readVersions('ben')).toEqual({})
  })

  it('never moves to an older version, except that version 0 marks as unread', async () => {
    await mark('ana', [one, 3], [two, 2])
    await mark('ana', [one, 2], [two, 5])
    expect(await readVersions('ana')).toEqual({ [one]: 3, [two]: 5 })
    await mark('ana', [one, 0])
    expect(await readVersions('ana')).toEqual({ [one]: 0, [two]: 5 })
    await mark('ana', [one, 1])
    expect((await readVersions('ana'))[one]).toBe(1)
  })

  it('has the last version of a call that names a case twice', async () => {
    await mark('ana', [one, 4], [one, 0])
    expect(await readVersions('ana')).toEqual({ [one]: 0 })
  })

  it('is stored only for cases that exist', async () => {
    await mark('ana', [approvalId(98), 1], [one, 1], [approvalId(99), 1])
    const rows = await database.db.select({ caseId: caseReads.caseId }).from(caseReads)
    expect(rows).toEqual([{ caseId: one }])
    await mark('ana')
  })

  it('is deleted long after a case has closed, and never while it is open', async () => {
    const { db, pool } = database
    const ended = approvalView(4, { version: 2, state: 'APPROVED' })
    await writeCase(db, { view: ended, entries: [] }, async () => true)
    await mark('ana', [one, 1], [approvalId(4), 2])
    await pool.query(`insert into case_reads (user_id, case_id, version) values ('ana', 'never', 1)`)
    const left = async () =>
      (await db.select({ caseId: caseReads.caseId }).from(caseReads)).map(({ caseId }) => caseId).sort()
    await deleteExpiredCaseReads(db, new Date(Date.now() - CASE_READ_RETENTION_MS))
    expect(await left()).toHaveLength(3)
    await pool.query(`update case_reads set read_at = now() - interval '91 days'`)
    await pool.query(`update cases set updated_at = now() - interval '91 days' where case_id = $1`, [one])
    await pool.query(`update cases set updated_at = now() - interval '89 days' where case_id = $1`, [
      approvalId(4),
    ])
    await deleteExpiredCaseReads(db, new Date(Date.now() - CASE_READ_RETENTION_MS))
    expect(await left()).toEqual([one, approvalId(4)].sort())
    await pool.query(`update cases set updated_at = now() - interval '91 days' where case_id = $1`, [
      approvalId(4),
    ])
    await deleteExpiredCaseReads(db, new Date(Date.now() - CASE_READ_RETENTION_MS))
    expect(await left()).toEqual([one])
    await pool.query(`delete from cases where case_id = $1`, [approvalId(4)])
  })

  it('ends at the highest version when 20 tabs write at once, in any order of cases', async () => {
    const pairs = (n: number): [string, number][] => [
      [one, n],
      [two, n],
    ]
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => mark('ana', ...(n % 2 ? pairs(n + 1) : pairs(n + 1).reverse()))),
    )
    expect(await readVersions('ana')).toEqual({ [one]: 20, [two]: 20 })
  })
})

describe('unread cases', () => {
  const unread = async (groups: string[]) =>
    (await selectCaseCounts(database.db, { id: 'ana', groups })).unread

  it('are open approvals of my groups that I have not read at their version', async () => {
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
