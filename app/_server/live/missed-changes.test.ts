import { expect, it } from 'vitest'
import type { CaseNotice } from '@/db/notify'
import { createMissedChanges } from './missed-changes'

const notice = (caseId: string, version: number): CaseNotice => ({
  caseId,
  version,
  orderId: null,
  owner: null,
})

const create = () => {
  const asked: (number | null)[] = []
  const told: CaseNotice[] = []
  let gaps = 0
  let rows: CaseNotice[] = []
  let nowMs = 1_000_000
  const missed = createMissedChanges(
    async (sinceMs) => {
      asked.push(sinceMs)
      return { notices: rows, nowMs, isComplete: true }
    },
    (one) => told.push(one),
    () => gaps++,
  )
  return {
    asked,
    told,
    missed,
    gaps: () => gaps,
    at: (ms: number, ...written: CaseNotice[]) => {
      nowMs = ms
      rows = written
    },
  }
}

it('cannot know at its first look what was missed before', async () => {
  const { missed, told, gaps, asked } = create()
  await missed.catchUp()
  expect([asked, told, gaps()]).toEqual([[null], [], 1])
})

it('asks from the last moment that nothing was missed, with room for writes that were under way', async () => {
  const { missed, asked, at } = create()
  await missed.catchUp()
  missed.heardUntil(2_000_000)
  at(3_000_000)
  await missed.catchUp()
  await missed.catchUp()
  expect(asked).toEqual([null, 2_000_000 - 15_000, 3_000_000 - 15_000])
})

it('tells each change once, though it sees it again in the overlap', async () => {
  const { missed, told, at } = create()
  await missed.catchUp()
  at(1_001_000, notice('a', 1), notice('b', 1))
  await missed.catchUp()
  at(1_002_000, notice('a', 2), notice('b', 1))
  await missed.catchUp()
  expect(told).toEqual([notice('a', 1), notice('b', 1), notice('a', 2)])
})
