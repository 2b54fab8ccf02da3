import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFastWriteBreaker, FAST_TIMEOUT_MS } from './fast-write-breaker'

const broken = () => Promise.reject(new Error('broken'))
const hang = () => new Promise<never>(() => {})
const changes: boolean[] = []
const create = () => createFastWriteBreaker((isOpen) => changes.push(isOpen))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  changes.length = 0
})
afterEach(() => vi.useRealTimers())

it('lets work through while it succeeds', async () => {
  const breaker = create()
  expect(await breaker(async () => 1)).toBe(1)
  expect(await breaker(async () => 2)).toBe(2)
})

it('fails fast for 10 s after a failure without calling, and reports both changes', async () => {
  const breaker = create()
  const work = vi.fn(async () => 'done')
  await expect(breaker(broken)).rejects.toThrow('broken')
  expect(changes).toEqual([true])
  vi.setSystemTime(Date.now() + 9_999)
  await expect(breaker(work)).rejects.toThrow('breaker is open')
  expect(work).not.toHaveBeenCalled()
  vi.setSystemTime(Date.now() + 1)
  expect(await breaker(work)).toBe('done')
  expect(changes.at(-1)).toBe(false)
})

it('does not wait longer than its time-out, and opens then', async () => {
  const breaker = create()
  const startedAt = performance.now()
  await expect(breaker(hang)).rejects.toThrow(`timed out after ${FAST_TIMEOUT_MS}ms`)
  await expect(breaker(async () => 1)).rejects.toThrow('breaker is open')
  expect(performance.now() - startedAt).toBeLessThan(700)
})

it('fails other calls at once while a probe runs', async () => {
  const breaker = create()
  await expect(breaker(broken)).rejects.toThrow('broken')
  vi.setSystemTime(Date.now() + 10_000)
  const probe = breaker(hang)
  const startedAt = performance.now()
  await expect(breaker(async () => 1)).rejects.toThrow('breaker is open')
  expect(performance.now() - startedAt).toBeLessThan(100)
  await expect(probe).rejects.toThrow('timed out')
})
