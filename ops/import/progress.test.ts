import { describe, expect, it } from 'vitest'
import { createRate, formatDuration, progressLine } from './progress'
import { NO_TOTALS } from './start-import'

describe('progressLine', () => {
  it('shows count, rate, time left and unfinished orders', () => {
    const totals = { ...NO_TOTALS, placed: 1200, replayed: 34, rejected: 2, unfinished: 20 }
    expect(progressLine(totals, 6919, 32.05, false)).toBe(
      '1,236 of 6,919 orders (17 %)  32.0/s  2 min 57 s left  20 unfinished  2 rejected',
    )
  })

  it('draws a bar on a terminal, full when all orders are sent', () => {
    const line = progressLine({ ...NO_TOTALS, placed: 4 }, 4, 1, true)
    expect(line).toMatch(/^\[█{24}\] {2}4 of 4 orders \(100 %\).*all orders sent/)
  })

  it('shows that the time left is unknown', () => {
    expect(progressLine(NO_TOTALS, 10, 0, false)).toContain('time left unknown')
  })
})

it('formats durations', () => {
  expect([400, 59_000, 200_000, 7_500_000].map(formatDuration)).toEqual([
    '0 s',
    '59 s',
    '3 min 20 s',
    '2 h 5 min',
  ])
})

it('measures the rate over the last seconds, not since the start', () => {
  const rateOf = createRate(0)
  for (let second = 1; second <= 20; second += 1) rateOf(second * 100, second * 1000)
  let rate = 0
  for (let second = 21; second <= 40; second += 1) rate = rateOf(2000 + (second - 20) * 10, second * 1000)
  expect(rate).toBeCloseTo(10)
})
