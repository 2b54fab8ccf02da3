import { expect, it } from 'vitest'
import { percentile, toTableRow } from './percentiles'

it('returns the smallest value that the share does not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect(percentile(hundred, 0.95)).toBe(95)
  expect(percentile(hundred, 0.5)).toBe(50)
  expect(percentile([7], 0.95)).toBe(7)
  expect(percentile([], 0.5)).toBeNaN()
})

it('prints both runs and their ratio', () => {
  expect(toTableRow('Open a case', [10, 20], [30, 50]).replace(/ +/g, ' ')).toBe(
    'Open a case 10 ms 20 ms 30 ms 50 ms 2.5 x',
  )
})
