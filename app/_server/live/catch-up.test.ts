import { expect, it } from 'vitest'
import type { CaseNotification } from '@/db/case-notification'
import { createCatchUp } from './catch-up'

const notice = (caseId: string, version: number): CaseNotification => ({
  caseId,
  version,
  orderId: null,
  owner: null,
})

const create = () => {
  const asked: (number | null)[] = []
  const told: CaseNotification[] = []
  let gaps = 0
  let rows: CaseNotification[] = []
  let nowMs = 1_000_000
  const missed = createCatchUp(
    async (sinceMs) => {
      asked.push(sinceMs)
      return { notifications: rows, nowMs, isComplete: true }
    },
    (one) => told.push(one),
    () => gaps++,
  )
  return {
    asked,
    told,
    missed,
    gaps: () => gaps,
    at: (ms: number, ...written: CaseNotification[]) => {
      nowMs = ms
      rows = written
    },
  }
}

it('cannot know at its first look what was missed before', async () => {
  const { missed, told, gaps, asked } = create()
  await missed.run()
  expect([asked, told, gaps()]).toEqual([[null], [], 1])
})

it('asks from the last moment that nothing was missed, with room for writes that were under way', async () => {
  const { missed, asked, at } = create()
  await missed.run()
  missed.markCaughtUp(2_000_000)
  at(3_000_000)
  await missed.run()
  await missed.run()
  expect(asked).toEqual([null, 2_000_000 - 15_000, 3_000_000 - 15_000])
})

it('tells each change once, though it sees it again in the overlap', async () => {
  const { missed, told, at } = create()
  await missed.run()
  at(1_001_000, notice('a', 1), notice('b', 1))
  await missed.run()
  at(1_002_000, notice('a', 2), notice('b', 1))
  await missed.run()
  expect(told).toEqual([notice('a', 1), notice('b', 1), notice('a', 2)])
})
