import { afterEach, describe, expect, it } from 'vitest'
import type { Problem } from '@/temporal/contract/problem'
import { caseItem } from '../testing/case-item'
import { runBulk } from './bulk-run'
import { dismissRun, stopRun } from './bulk-store'
import { retryDelayMs, waitUnlessStopped } from './bulk-wait'

const problem = (more: Partial<Problem> = {}): Problem => ({
  type: 'about:blank',
  code: 'RATE_LIMITED',
  title: '',
  detail: '',
  status: 429,
  requestId: '',
  ...more,
})

afterEach(dismissRun)

describe('a case that is sent again', () => {
  it('waits as long as the server asks, else longer from try to try', () => {
    expect(retryDelayMs(1, problem({ retryAfterSeconds: 42 }))).toBe(42_000)
    expect([1, 2, 3, 9].map((tries) => retryDelayMs(tries, problem()))).toEqual([500, 1_000, 2_000, 8_000])
  })

  it('hears of the refusal that it waits for', async () => {
    const heard: unknown[] = []
    let sent = 0
    await runBulk('claim', [caseItem('a')], {
      send: async () => {
        sent += 1
        if (sent === 1) throw new Error('busy')
      },
      toProblem: () => problem({ retryAfterSeconds: 3 }),
      isRetryable: () => true,
      wait: async (tries, { retryAfterSeconds }) => void heard.push([tries, retryAfterSeconds]),
    })
    expect(heard).toEqual([[1, 3]])
  })

  it('does not sit out a minute once the run is being stopped', async () => {
    const run = runBulk('claim', [caseItem('a')], {
      send: () => Promise.reject(new Error('busy')),
      toProblem: () => problem(),
      isRetryable: () => true,
      wait: () => {
        setImmediate(stopRun)
        return waitUnlessStopped(3_600_000)
      },
    })
    await expect(run).resolves.toBeUndefined()
  })
})
