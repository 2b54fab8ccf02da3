import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Refusal } from '@/temporal/contract/errors'
import { watchQueries } from './query-watch'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const ask = async (outcome: Error | string) => {
  if (outcome instanceof Error) throw outcome
  return outcome
}
const OUTAGE = new Refusal('TEMPORAL_UNAVAILABLE')

it('calls workflows silent from the first question without an answer until one is answered', async () => {
  const watch = watchQueries(ask)
  expect(watch.isSilent).toBe(false)
  await expect(watch.query(OUTAGE)).rejects.toBe(OUTAGE)
  expect(watch.isSilent).toBe(true)
  vi.advanceTimersByTime(1)
  expect(await watch.query('view')).toBe('view')
  expect(watch.isSilent).toBe(false)
})

it('takes no refusal of a case for silence, and forgets a silence that nobody asked into again', async () => {
  const watch = watchQueries(ask)
  await expect(watch.query(new Refusal('NOT_FOUND'))).rejects.toThrow()
  expect(watch.isSilent).toBe(false)
  await expect(watch.query(OUTAGE)).rejects.toThrow()
  vi.advanceTimersByTime(31_000)
  expect(watch.isSilent).toBe(false)
})
