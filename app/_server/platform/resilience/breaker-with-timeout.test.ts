import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type BreakerWithTimeout, createBreakerWithTimeout } from './breaker-with-timeout'
import { classifyDatabaseError } from './database-errors'

let callCount: number
let breaker: BreakerWithTimeout

const hang = () => {
  callCount += 1
  return new Promise<string>(() => {})
}
const answer = async () => {
  callCount += 1
  return 'here'
}
const refuse = async (): Promise<string> => {
  callCount += 1
  throw Object.assign(new Error('no such column'), { code: '42703' })
}
const advance = (ms: number) => vi.setSystemTime(Date.now() + ms)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  callCount = 0
  breaker = createBreakerWithTimeout(classifyDatabaseError)
})
afterEach(() => vi.useRealTimers())

describe('after a time-out', () => {
  beforeEach(async () => {
    await expect(breaker.execute(hang, 5)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  })

  it('fails fast for 2 s without calling', async () => {
    advance(1_999)
    expect(breaker.isOpen).toBe(true)
    await expect(breaker.execute(answer, 5)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    expect(callCount).toBe(1)
  })

  it('does not report itself open after 2 s, although nobody has called yet', () => {
    advance(2_000)
    expect(breaker.isOpen).toBe(false)
  })

  it('then lets one probe through, and fails the other calls at once instead of letting them wait', async () => {
    advance(2_001)
    const first = breaker.execute(hang, 200)
    const startedAt = performance.now()
    await expect(breaker.execute(answer, 5)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    expect(performance.now() - startedAt).toBeLessThan(100)
    expect(breaker.isOpen).toBe(true)
    expect(callCount).toBe(2)
    await expect(first).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  })

  it('opens for another 2 s when the probe fails, and closes when it is answered', async () => {
    advance(2_001)
    await expect(breaker.execute(hang, 5)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    advance(1_999)
    await expect(breaker.execute(answer, 5)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    advance(2)
    expect(await breaker.execute(answer, 5)).toBe('here')
    expect(await Promise.all([breaker.execute(answer, 5), breaker.execute(answer, 5)])).toHaveLength(2)
  })

  it('runs a health probe while open, and closes with its answer', async () => {
    expect(await breaker.probe(answer, 5)).toBe('here')
    expect(breaker.isOpen).toBe(false)
    expect(await breaker.execute(answer, 5)).toBe('here')
  })

  it('stays open when a health probe fails', async () => {
    await expect(breaker.probe(hang, 5)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    expect(breaker.isOpen).toBe(true)
  })

  it('takes an error about the query for the answer of a health probe', async () => {
    await expect(breaker.probe(refuse, 5)).rejects.toMatchObject({ code: '42703' })
    expect(breaker.isOpen).toBe(false)
  })
})

it('closes with the answer of its probe although an older call failed while the probe ran', async () => {
  const older = breaker.execute(hang, 60)
  await expect(breaker.execute(hang, 5)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  advance(2_001)
  const probe = breaker.execute(() => sleep(120, 'here'), 500)
  await expect(older).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  expect(await probe).toBe('here')
  expect(breaker.isOpen).toBe(false)
})

it('does not open for one slow call while another call is answered', async () => {
  const slow = breaker.execute(hang, 30)
  await breaker.execute(answer, 5)
  await expect(slow).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  expect(breaker.isOpen).toBe(false)
})

it('takes an error about the query for an answer', async () => {
  await expect(breaker.execute(refuse, 5)).rejects.toMatchObject({ code: '42703' })
  expect(breaker.isOpen).toBe(false)
})
