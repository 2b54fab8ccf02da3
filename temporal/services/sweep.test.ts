import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import type { PollLoop } from './poll-loop'
import { type SweptCase, startSweep } from './sweep'

const SILENT = { info: () => {}, warn: () => {}, error: () => {} }
const loops: PollLoop[] = []
afterEach(() => Promise.all(loops.splice(0).map((loop) => loop.stop())))

/** A sweep over `open`; `act` does what it is told and removes nothing by itself. */
const sweepOver = (open: SweptCase[], act: (found: SweptCase) => Promise<void>, now?: () => number) => {
  const find = vi.fn(async (limit: number) => open.slice(0, limit))
  loops.push(startSweep({ name: 'test', find, act, log: SILENT, pollMs: 5, ...(now && { now }) }))
  return find
}
const cases = (count: number) => Array.from({ length: count }, (_, i) => ({ caseId: `c${i}`, version: 1 }))

it('acts once on each version of a case, however long the query finds it', async () => {
  const open = cases(1)
  const act = vi.fn(async () => {})
  const find = sweepOver(open, act)
  await vi.waitFor(() => expect(find.mock.calls.length).toBeGreaterThan(5))
  expect(act).toHaveBeenCalledTimes(1)
  open[0] = { caseId: 'c0', version: 2 }
  await vi.waitFor(() => expect(act).toHaveBeenCalledTimes(2))
})

it('acts again where the query still finds it after 15 s', async () => {
  let nowMs = 0
  const act = vi.fn(async () => {})
  const find = sweepOver(cases(1), act, () => nowMs)
  await vi.waitFor(() => expect(find.mock.calls.length).toBeGreaterThan(3))
  nowMs = 15_000
  await vi.waitFor(() => expect(act).toHaveBeenCalledTimes(2))
})

it('repeats an action that failed, and is not held up by it', async () => {
  const done: string[] = []
  let failures = 3
  sweepOver(cases(2), async ({ caseId }) => {
    if (caseId === 'c0' && failures-- > 0) throw new Error('unreachable')
    done.push(caseId)
  })
  await vi.waitFor(() => expect([...done].sort()).toEqual(['c0', 'c1']), { timeout: 5_000 })
})

it('reaches every case of many', async () => {
  const reached = new Set<string>()
  sweepOver(cases(150), async ({ caseId }) => {
    await sleep(1)
    reached.add(caseId)
  })
  await vi.waitFor(() => expect(reached.size).toBe(150), { timeout: 5_000 })
})

it('finds later cases behind two hundred that can never be settled', async () => {
  const act = vi.fn(async (_: SweptCase) => {})
  const open = Array.from({ length: 250 }, (_, n) => ({
    caseId: `case-${String(n).padStart(3, '0')}`,
    version: 1,
  }))
  const find = async (limit: number, after: string) =>
    open.filter(({ caseId }) => caseId > after).slice(0, limit)
  loops.push(startSweep({ name: 'test', find, act, log: SILENT, pollMs: 5 }))
  await vi.waitFor(() => expect(act.mock.calls.map(([found]) => found.caseId)).toContain('case-249'), 5_000)
})
