import { expect, it } from 'vitest'
import { backoffMs } from './backoff'

it('grows by its factor up to the bound', () => {
  const delays = (factor?: number) =>
    [0, 1, 2, 9].map((retry) =>
      backoffMs(retry, { firstMs: 100, maxMs: 1_000, ...(factor ? { factor } : {}) }),
    )
  expect(delays()).toEqual([100, 200, 400, 1_000])
  expect(delays(3)).toEqual([100, 300, 900, 1_000])
})

it('with jitter stays between half of the delay and all of it', () => {
  const delays = Array.from({ length: 200 }, () => backoffMs(3, { firstMs: 100, maxMs: 500, jitter: true }))
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(250)
  expect(Math.max(...delays)).toBeLessThanOrEqual(500)
  expect(new Set(delays).size).toBeGreaterThan(100)
})
