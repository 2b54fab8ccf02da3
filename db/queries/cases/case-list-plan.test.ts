import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CaseFilter, SORTS } from '../../../temporal/contract/cases/case-filter'
import { OPEN_STATES } from '../../../temporal/contract/states'
import { user } from '../../schema/auth'
import { seedCaseReads, seedManyCases } from '../../testing/seed-many-cases'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database'
import { orderId } from '../../testing/test-views'
import { selectCaseCounts } from './case-counts'
import type { CaseKey } from './case-keyset'
import { buildPageQuery, type PageRequest, selectCasePage } from './case-list'

const ROWS = 120_000
const LIMIT = 50
const NOW = new Date('2026-06-01T00:00:00Z')
const NEEDLE = orderId(4_242)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await db.insert(user).values({ id: 'ana', name: 'Ana', email: 'ana@staff.test', role: 'agent' })
  await seedManyCases(db, ROWS, NOW)
  await seedCaseReads(db, 'ana')
  await db.execute(sql`update cases set search_text = search_text || ${NEEDLE} where case_id = 'id4242'`)
  await db.execute(sql`update cases set search_text = search_text || ' grosse' where case_id = 'id4243'`)
  await db.execute(sql`vacuum analyze cases`)
}, 120_000)
afterAll(() => database.drop())

interface Plan {
  'Relation Name'?: string
  'Index Name'?: string
  'Node Type': string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** Rows read from the table, including those that a filter removed. */
const rowsRead = (plan: Plan): number => {
  const own = plan['Relation Name']
    ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
    : 0
  return (plan.Plans ?? []).reduce((sum, child) => sum + rowsRead(child), own)
}

const explain = async (filter: CaseFilter, page: Omit<PageRequest, 'limit'>): Promise<Plan> => {
  const query = buildPageQuery(database.db, filter, { limit: LIMIT, ...page }, NOW)
  const { rows } = await database.db.execute<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    sql`explain (analyze, format json) ${query?.getSQL()}`,
  )
  const plan = rows[0]?.['QUERY PLAN'][0].Plan
  if (!plan) throw new Error('No plan')
  return plan
}

const INBOX: CaseFilter = {
  kind: 'approval',
  states: OPEN_STATES.filter((state) => /^(OPEN|CLAIMED|WAIT)/.test(state)),
}

describe('a page costs as much as the page, not as the table', () => {
  const middleOf = async (filter: CaseFilter, sort: PageRequest['sort']): Promise<CaseKey | undefined> => {
    const { next } = await selectCasePage(database.db, filter, { sort, limit: 200 }, NOW)
    return next ?? undefined
  }

  it.each(SORTS)('in the inbox sorted by %s, on any page', async (sort) => {
    const after = await middleOf(INBOX, sort)
    for (const page of [{ sort }, { sort, after }, { sort, before: after }, { sort, through: after }]) {
      expect(rowsRead(await explain(INBOX, page))).toBeLessThanOrEqual(2 * (LIMIT + 1))
    }
  })

  it.each(SORTS)('of all kinds and states sorted by %s, on any page', async (sort) => {
    const after = await middleOf({}, sort)
    for (const page of [{ sort }, { sort, after }, { sort, before: after }]) {
      expect(rowsRead(await explain({}, page))).toBeLessThanOrEqual(8 * (LIMIT + 1))
    }
  })

  it('by assignee, and of overdue cases', async () => {
    expect(rowsRead(await explain({ ...INBOX, assignee: 'ana' }, { sort: 'due' }))).toBeLessThan(ROWS / 20)
    expect(rowsRead(await explain({ ...INBOX, due: 'overdue' }, { sort: 'due' }))).toBeLessThanOrEqual(
      LIMIT + 1,
    )
  })

  it.each([NEEDLE, 'Größe'])('of a search for %s', async (q) => {
    const plan = await explain({ q }, { sort: '-created' })
    // The few open cases may be scanned.
    expect(rowsRead(plan)).toBeLessThan(ROWS / 8)
    expect(JSON.stringify(plan)).toContain('cases_search')
  })
})

it('counts exactly up to 10,000', async () => {
  const { total } = await selectCasePage(database.db, {}, { sort: 'created', limit: 1 }, NOW)
  expect(total).toEqual({ value: 10_000, exact: false })
  const open = await selectCasePage(database.db, INBOX, { sort: 'created', limit: 1 }, NOW)
  expect(open.total).toEqual({ value: ROWS / 15, exact: true })
  const ana = { id: 'ana', groups: ['risk'] }
  const counts = await selectCaseCounts(database.db, ana, {}, NOW)
  // Half of the open approvals belong to risk, and half of those are newer than the read version.
  expect(counts).toMatchObject({ all: ROWS / 15, mine: 133, closed: null, unread: ROWS / 60 })
  // Under a filter closed cases are counted too, up to the limit.
  expect(await selectCaseCounts(database.db, ana, { from: '2000-01-01T00:00:00Z' }, NOW)).toMatchObject({
    closed: null,
  })
  const few = await selectCaseCounts(database.db, ana, { group: 'risk', priority: 3 }, NOW)
  expect(few.closed).toBeLessThanOrEqual(10_000)
})
