import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker'

const OPEN_MS = 2_000
const DOWN = new Error('down')
const REFUSED = new Error('refused by the dependency')
const FORBIDDEN = new Error('thrown before the dependency was called')
const STEP_MS = 100

let breaker: CircuitBreaker
const changes: boolean[] = []

const classify = (error: unknown) => {
  if (error === DOWN) return 'outage'
  return error === REFUSED ? 'answer' : null
}
const fail =
  (error: Error, afterMs = 0) =>
  () =>
    new Promise<never>((_, reject) => setTimeout(() => reject(error), afterMs))
const answer = async () => 'here'
const failNow = (error: Error) => async (): Promise<never> => {
  throw error
}
const open = () => expect(breaker.execute(failNow(DOWN))).rejects.toBe(DOWN)

beforeEach(() => {
  vi.useFakeTimers()
  changes.length = 0
  breaker = createCircuitBreaker({ openMs: OPEN_MS, classify, onChange: (isOpen) => changes.push(isOpen) })
})
afterEach(() => vi.useRealTimers())

describe('a dependency that hangs while its health is probed every 3 s with a time-out of 2 s', () => {
  const PROBE_INTERVAL_MS = 3_000

  it('stays open for those who only read `isOpen`', async () => {
    let closedMs = 0
    for (let atMs = 0; atMs < 60_000; atMs += STEP_MS) {
      if (atMs % PROBE_INTERVAL_MS === 0) breaker.probe(fail(DOWN, 2_000)).catch(() => {})
      // The first probe has to fail before anybody can know.
      if (atMs >= PROBE_INTERVAL_MS && !breaker.isOpen) closedMs += STEP_MS
      await vi.advanceTimersByTimeAsync(STEP_MS)
    }
    expect(closedMs).toBe(0)
    expect(changes).toEqual([true])
  })

  it('lets a probe through after 2 s when no health probe runs', async () => {
    await open()
    await vi.advanceTimersByTimeAsync(OPEN_MS)
    expect(breaker.isOpen).toBe(false)
    expect(await breaker.execute(answer)).toBe('here')
    expect(changes).toEqual([true, false])
  })
})

describe('errors', () => {
  it('closes with an error that the dependency gave', async () => {
    await open()
    await expect(breaker.probe(failNow(REFUSED))).rejects.toBe(REFUSED)
    expect(breaker.isOpen).toBe(false)
  })

  it('neither closes nor opens with an error that was thrown before the call', async () => {
    await expect(breaker.execute(failNow(FORBIDDEN))).rejects.toBe(FORBIDDEN)
    expect(breaker.isOpen).toBe(false)
    await open()
    await expect(breaker.probe(failNow(FORBIDDEN))).rejects.toBe(FORBIDDEN)
    expect(breaker.isOpen).toBe(true)
  })

  it('does not take an error that was thrown before the call for an answer to a slow call', async () => {
    const slow = breaker.execute(fail(DOWN, 1_000))
    await expect(breaker.execute(failNow(FORBIDDEN))).rejects.toBe(FORBIDDEN)
    await Promise.all([expect(slow).rejects.toBe(DOWN), vi.advanceTimersByTimeAsync(1_000)])
    expect(breaker.isOpen).toBe(true)
  })

  it('lets the next call through after a probe that never called the dependency', async () => {
    await open()
    await vi.advanceTimersByTimeAsync(OPEN_MS)
    await expect(breaker.execute(failNow(FORBIDDEN))).rejects.toBe(FORBIDDEN)
    expect(await breaker.execute(answer)).toBe('here')
  })
})
