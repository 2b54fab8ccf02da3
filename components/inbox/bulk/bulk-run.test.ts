import { afterEach, describe, expect, it } from 'vitest'
import { ProblemError } from '@/components/api/api-client'
import type { Problem } from '@/temporal/contract/problem'
import { caseItem } from '../testing/case-item'
import { progressLabel, summaryLabel } from './bulk-labels'
import { runBulk } from './bulk-run'
import { currentRun, dismissRun, stopRun } from './bulk-store'

const problem = (detail: string): Problem => ({
  type: 'about:blank',
  code: 'ALREADY_DECIDED',
  title: detail,
  detail,
  status: 409,
  requestId: '',
})
const items = (count: number) => Array.from({ length: count }, (_, n) => caseItem(`case ${n}`))
const ended = () => {
  const run = currentRun()
  if (!run) throw new Error('There is no run')
  return run
}

afterEach(dismissRun)

describe('runBulk', () => {
  it('sends four at a time and counts a case as done only after its response', async () => {
    let inFlight = 0
    let maxInFlight = 0
    await runBulk('approve', items(10), async () => {
      inFlight += 1
      maxInFlight = Math.max(maxInFlight, inFlight)
      expect(currentRun()?.done.length).toBeLessThan(10)
      await new Promise((resolve) => setImmediate(resolve))
      inFlight -= 1
    })
    expect(maxInFlight).toBe(4)
    expect(ended().done).toHaveLength(10)
    expect(summaryLabel(ended())).toBe('10 approved')
  })

  it('keeps each refusal with its case and goes on', async () => {
    await runBulk('approve', items(3), async ({ caseId }) => {
      if (caseId === 'case 1') throw new ProblemError(problem('Ben approved this'))
    })
    expect(ended().refused.map(({ item, problem: { detail } }) => [item.caseId, detail])).toEqual([
      ['case 1', 'Ben approved this'],
    ])
    expect(summaryLabel(ended())).toBe('2 approved, 1 refused')
  })

  it('stops: pending cases end, the others stay unsent', async () => {
    await runBulk('release', items(20), async ({ caseId }) => {
      if (caseId === 'case 3') stopRun()
    })
    const { done, unsent } = ended()
    expect(unsent.length).toBeGreaterThan(0)
    expect(done.length + unsent.length).toBe(20)
    expect(summaryLabel(ended())).toContain('not sent')
  })

  it('refuses a second run while one is under way', async () => {
    let release = () => {}
    const response = new Promise<void>((resolve) => {
      release = resolve
    })
    const first = runBulk('approve', items(1), () => response)
    await expect(runBulk('approve', items(1), async () => {})).rejects.toThrow('under way')
    release()
    await first
  })
})

describe('progressLabel', () => {
  it('shows count, rate and time left', () => {
    const run = {
      total: 40,
      done: items(9),
      refused: [{ item: caseItem('x'), problem: problem('') }],
      startedAtMs: 0,
    }
    expect(progressLabel(run, 5_000)).toBe('10 of 40 · 2.0 a second · about 15 s left')
    expect(progressLabel({ ...run, total: 1_000 }, 5_000)).toContain('about 9 min left')
  })

  it('shows no rate before there is one', () => {
    expect(progressLabel({ total: 40, done: [], refused: [], startedAtMs: 0 }, 5_000)).toBe('0 of 40')
  })
})
