/** Measures lists and their counts with 120,000 cases, each query relative to the first page sorted by creation. */

import type { Database } from '../../db/client'
import { selectCaseCounts } from '../../db/queries/cases/case-counts'
import { selectCasePage } from '../../db/queries/cases/case-list'
import { user } from '../../db/schema/auth'
import { seedCaseReads, seedManyCases } from '../../db/testing/seed-many-cases'
import { type CaseFilter, DEFAULT_LIMIT, SORTS, type Sort } from '../../temporal/contract/cases/case-filter'
import { OPEN_STATES } from '../../temporal/contract/states'
import { readDemoFile } from '../local/demo/demo-file.mjs'
import { percentile } from './percentiles'
import { withTemporaryDatabase } from './temporary-database'

const CASES = 120_000
const ROUNDS = 40
const NOW = new Date('2026-06-01T00:00:00Z')
const ANA = { id: 'ana', groups: ['risk', 'finance'] }
const INBOX: CaseFilter = { kind: 'approval', states: [...OPEN_STATES] }

type BenchQuery = readonly [name: string, run: (db: Database) => Promise<unknown>]

const page = (name: string, filter: CaseFilter, sort: Sort): BenchQuery => [
  name,
  (db) => selectCasePage(db, filter, { sort, limit: DEFAULT_LIMIT }, NOW),
]

const counts = (name: string, of: typeof ANA, filter: CaseFilter): BenchQuery => [
  name,
  (db) => selectCaseCounts(db, of, filter, NOW),
]

const SEARCHES = {
  'an e-mail': 'c4ca4238a0b923820dcc509a6f75849b@customer',
  'a product': 'enamel mug 7',
  'one letter': 'e',
} as const

const BENCH_QUERIES: readonly BenchQuery[] = [
  ...SORTS.map((sort) => page(`Inbox by ${sort}`, INBOX, sort)),
  ...Object.entries(SEARCHES).map(([name, q]) => page(`All cases, search for ${name}`, { q }, '-created')),
  counts('Counts without groups', { ...ANA, groups: [] }, {}),
  counts('Counts with unread cases', ANA, {}),
  counts('Counts of a group', ANA, { group: 'risk' }),
  ...Object.entries(SEARCHES).map(([name, q]) => counts(`Counts, search for ${name}`, ANA, { q })),
]

/** Runs the queries in turns, so that a busy moment of the machine affects all of them. */
const measure = async (db: Database): Promise<Map<string, number[]>> => {
  const times = new Map<string, number[]>(BENCH_QUERIES.map(([name]) => [name, []]))
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, run] of BENCH_QUERIES) {
      const before = performance.now()
      await run(db)
      times.get(name)?.push(performance.now() - before)
    }
  return times
}

/** Runs the bench in a temporary database on the demo's server and prints its figures. */
export const benchLists = async (): Promise<void> =>
  withTemporaryDatabase(readDemoFile(), async (db) => {
    await db.insert(user).values({ id: ANA.id, name: 'Ana', email: 'ana@bench.example', role: 'agent' })
    await seedManyCases(db, CASES, NOW)
    await seedCaseReads(db, ANA.id)
    const times = await measure(db)
    const baselineMs = percentile(times.get('Inbox by created') ?? [], 0.5)
    console.log(`${CASES} cases, ${ROUNDS} rounds; last column: relative to the first page by creation\n`)
    for (const [name, values] of times) {
      const [p50, p95] = [percentile(values, 0.5), percentile(values, 0.95)]
      const numbers = [
        `p50 ${p50.toFixed(1)} ms`,
        `p95 ${p95.toFixed(1)} ms`,
        `${(p50 / baselineMs).toFixed(1)} x`,
      ]
      console.log(name.padEnd(40) + numbers.map((text) => text.padStart(15)).join(''))
    }
  })
