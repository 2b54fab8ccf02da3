import { expect, it } from 'vitest'
import type { CaseNotification } from '@/db/case-notification'
import { createCatchUp } from './catch-up'

const notification = (caseId: string, version: number): CaseNotification => ({
  caseId,
  version,
  orderId: null,
  owner: null,
})

const create = () => {
  const reads: (number | null)[] = []
  const notified: CaseNotification[] = []
  let gaps = 0
  let rows: CaseNotification[] = []
  let nowMs = 1_000_000
  const missed = createCatchUp(
    async (sinceMs) => {
      reads.push(sinceMs)
      return { notifications: rows, nowMs, isComplete: true }
    },
    (one) => notified.push(one),
    () => gaps++,
  )
  return {
    reads,
    notified,
    missed,
    gaps: () => gaps,
    at: (ms: number, ...written: CaseNotification[]) => {
      nowMs = ms
      rows = written
    },
  }
}

it('reports a gap at its first run', async () => {
  const { missed, notified, gaps, reads } = create()
  await missed.run()
  expect([reads, notified, gaps()]).toEqual([[null], [], 1])
})

it('reads from the last time at which nothing was missed, minus an overlap for writes under way', async () => {
  const { missed, reads, at } = create()
  await missed.run()
  missed.markCaughtUp(2_000_000)
  at(3_000_000)
  await missed.run()
  await missed.run()
  expect(reads).toEqual([null, 2_000_000 - 15_000, 3_000_000 - 15_000])
})

it('notifies of each change once, although the overlap is read again', async () => {
  const { missed, notified, at } = create()
  await missed.run()
  at(1_001_000, notification('a', 1), notification('b', 1))
  await missed.run()
  at(1_002_000, notification('a', 2), notification('b', 1))
  await missed.run()
  expect(notified).toEqual([notification('a', 1), notification('b', 1), notification('a', 2)])
})
