import { expect, it } from 'vitest'
import { parseTraceId } from '@/temporal/contract/trace-context'
import { newTraceparent } from './traceparent'

it('starts a new trace for each mutation', () => {
  const ids = Array.from({ length: 50 }, () => parseTraceId(newTraceparent()))
  expect(ids).not.toContain(null)
  expect(new Set(ids).size).toBe(50)
})
