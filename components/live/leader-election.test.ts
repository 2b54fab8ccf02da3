import { afterEach, describe, expect, it, vi } from 'vitest'
import { backoffMs } from '@/temporal/contract/backoff'
import { LIVE_BACKOFF } from './leader-election'

describe('the back-off of the live stream', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('doubles from half a second up to 15 s', () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    expect([0, 1, 2, 3, 4, 5, 6, 20].map((retry) => backoffMs(retry, LIVE_BACKOFF))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000,
    ])
  })

  it('spreads reconnecting browsers over half of the delay', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    expect(backoffMs(3, LIVE_BACKOFF)).toBe(2_000)
  })
})
