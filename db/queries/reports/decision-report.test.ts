import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StreamEntry } from '../../../temporal/contract/cases/activity-stream'
import type { ApprovalView } from '../../../temporal/contract/cases/approval'
import { writeCase } from '../../projection/write-case'
import { groups } from '../../schema/auth'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database'
import { approvalView, at } from '../../testing/test-views'
import {
  selectCurrentCounts,
  selectDecisionTimes,
  selectReportBy,
  selectReportByDay,
  toReportDays,
} from './decision-report'

/** Noon of the day on which the test views are made. */
const NOW = new Date('2026-01-05T12:00:00.000Z')
const ANA = { id: 'user-ana', name: 'Ana Ruiz' }
const CARA = { id: 'user-cara', name: 'Cara Diaz' }
const MINUTE_MS = 60_000

let database: TestDatabase
let seed = 0

const put = (change: Partial<ApprovalView>, entries: StreamEntry[] = []) =>
  writeCase(database.db, { view: approvalView(++seed, change), entries }, async () => true)

const DECISION = { comment: null, via: 'person', interactionId: 'decide-1' } as const

/** An approval claimed and decided so many minutes after it was made; `changedAt` is a last change that came later. */
const decide = (
  by: typeof ANA,
  decision: 'approved' | 'rejected',
  minutes: [number, number],
  group = 'risk',
  changedAt?: string,
) => {
  const [claimed, decided] = minutes.map(at) as [string, string]
  return put(
    {
      state: decision === 'approved' ? 'APPROVED' : 'REJECTED',
      group,
      updatedAt: changedAt ?? decided,
      decision: { ...DECISION, decision, by, at: decided },
    },
    [
      { id: 1, code: 'claimed', params: {}, sender: by, timestamp: claimed },
      { id: 2, code: 'assigned', params: { assignee: by.name }, sender: by, timestamp: decided },
    ],
  )
}

beforeAll(async () => {
  database = await createTestDatabase()
  await database.db.insert(groups).values({ id: 'risk', name: 'Risk desk' }).onConflictDoNothing()
  await decide(ANA, 'approved', [2, 10])
  await decide(ANA, 'rejected', [4, 20])
  await decide(ANA, 'approved', [6, 30], 'finance')
  await decide(CARA, 'approved', [1, 3], 'risk', at(90))
  const longAgo = at(-14 * 1_440)
  await put({
    ...{ state: 'REJECTED', createdAt: longAgo, updatedAt: at(0) },
    decision: { ...DECISION, decision: 'rejected', by: CARA, at: longAgo },
  })
  await put({ state: 'EXPIRED', updatedAt: at(60), decision: null })
  await put({ createdAt: at(-14 * 1_440), updatedAt: at(-14 * 1_440), state: 'WITHDRAWN' })
  await put({ assignee: CARA, state: 'CLAIMED', dueAt: at(60) })
  await put({ assignee: CARA, state: 'CLAIMED', dueAt: at(600) })
  await put({ dueAt: at(2_000) })
})
afterAll(() => database.drop())

const week = (zone = 'UTC') => toReportDays(7, zone, NOW)

describe('the report on decisions', () => {
  it('counts what is open, due today and overdue, and what people decided today', async () => {
    expect(await selectCurrentCounts(database.db, week(), NOW)).toEqual({
      open: 3,
      dueToday: 2,
      overdue: 1,
      decidedToday: 4,
    })
  })

  it('measures from creation to the first claim and to the decision of a person', async () => {
    expect(await selectDecisionTimes(database.db, week())).toEqual({
      toClaim: { median: 3 * MINUTE_MS, p90: expect.closeTo(5.4 * MINUTE_MS) },
      toDecide: { median: 15 * MINUTE_MS, p90: expect.closeTo(27 * MINUTE_MS) },
    })
  })

  it('has a row for every day, and counts separately what ended without a person', async () => {
    const days = await selectReportByDay(database.db, week())
    expect(days.map(({ day }) => day)).toEqual([
      ...['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05'],
    ])
    expect(days.at(-1)).toEqual({ day: '2026-01-05', opened: 8, approved: 3, rejected: 1, lapsed: 1 })
    expect(days[0]).toMatchObject({ opened: 0, lapsed: 0 })
    expect(
      (await selectReportByDay(database.db, toReportDays(30, 'UTC', NOW))).filter(({ lapsed }) => lapsed > 0),
    ).toHaveLength(2)
  })

  it('counts the days of the reader’s time zone', async () => {
    // 09:00 UTC is 22:00 in Auckland, and what was decided three hours later falls on the next day there.
    const days = await selectReportByDay(database.db, week('Pacific/Auckland'))
    expect(days.at(-1)?.day).toBe('2026-01-06')
    const sum = (of: 'opened' | 'approved' | 'rejected') => days.reduce((all, day) => all + day[of], 0)
    expect([sum('opened'), sum('approved'), sum('rejected')]).toEqual([8, 3, 1])
    expect((await selectCurrentCounts(database.db, week('Pacific/Auckland'), NOW)).decidedToday).toBeLessThan(
      4,
    )
  })

  it('lists people by decisions and assigned approvals, most decisions first', async () => {
    const people = await selectReportBy(database.db, 'person', week(), NOW)
    expect(people).toEqual([
      expect.objectContaining({ ...ANA, open: 0, approved: 2, rejected: 1 }),
      expect.objectContaining({ ...CARA, open: 2, overdue: 1, approved: 1, rejected: 0 }),
    ])
    expect(people[0]?.toDecide.median).toBe(20 * MINUTE_MS)
  })

  it('counts by group, under its present name', async () => {
    const rows = await selectReportBy(database.db, 'group', week(), NOW)
    expect(rows.map(({ id, name, approved, open }) => [id, name, approved, open])).toEqual([
      ['risk', 'Risk desk', 2, 3],
      ['finance', 'finance', 1, 0],
    ])
  })
})
