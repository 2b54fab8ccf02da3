import { expect, it } from 'vitest'
import { traceIdOf } from '@/temporal/contract/trace'
import { newTraceparent } from './traceparent'

it('begins another trace with each press', () => {
  const ids = Array.from({ length: 50 }, () => traceIdOf(newTraceparent()))
  expect(ids).not.toContain(null)
  expect(new Set(ids).size).toBe(50)
})
