import { expect, it, vi } from 'vitest'
import { createCircuitBreaker } from './circuit-breaker'

const broken = () => Promise.reject(new Error('broken'))

it('lets work through while it works', async () => {
  const breaker = createCircuitBreaker({ openMs: 1_000, timeoutMs: 1_000 })
  expect(await breaker(async () => 1)).toBe(1)
  expect(await breaker(async () => 2)).toBe(2)
})

it('refuses at once, without trying, until its rest is over', async () => {
  let now = 0
  const breaker = createCircuitBreaker({ openMs: 10_000, timeoutMs: 1_000, now: () => now })
  const work = vi.fn(async () => 'done')
  await expect(breaker(broken)).rejects.toThrow('broken')
  now = 9_999
  await expect(breaker(work)).rejects.toThrow('failed a moment ago')
  expect(work).not.toHaveBeenCalled()
  now = 10_000
  expect(await breaker(work)).toBe('done')
})

it('takes work that hangs for failed, and does not wait for it', async () => {
  const breaker = createCircuitBreaker({ openMs: 10_000, timeoutMs: 20 })
  const started = performance.now()
  await expect(breaker(() => new Promise(() => {}))).rejects.toThrow('No answer within 20 ms')
  await expect(breaker(async () => 1)).rejects.toThrow('failed a moment ago')
  expect(performance.now() - started).toBeLessThan(500)
})
