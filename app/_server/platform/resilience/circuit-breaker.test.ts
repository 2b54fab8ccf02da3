import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker'
import { isDatabaseDown } from './database-errors'

let nowMs: number
let asked: number
let rest: CircuitBreaker

const never = () => {
  asked += 1
  return new Promise<string>(() => {})
}
const answer = async () => {
  asked += 1
  return 'here'
}
const wrong = async (): Promise<string> => {
  asked += 1
  throw Object.assign(new Error('no such column'), { code: '42703' })
}

beforeEach(() => {
  nowMs = 0
  asked = 0
  rest = createCircuitBreaker(isDatabaseDown, () => nowMs)
})

describe('a part that did not answer', () => {
  beforeEach(async () => {
    await expect(rest.execute(never, 5)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  })

  it('is not asked for a while: whoever needs it is told at once', async () => {
    await expect(rest.execute(answer, 5)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    expect(asked).toBe(1)
  })

  it('is asked again afterwards, by one at a time', async () => {
    nowMs = 2_001
    const first = rest.execute(never, 20)
    await expect(rest.execute(answer, 5)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    expect(asked).toBe(2)
    await expect(first).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  })

  it('is back with its first answer, also to who asks how it is', async () => {
    expect(await rest.probe(answer, 5)).toBe('here')
    expect(rest.isOpen).toBe(false)
    expect(await rest.execute(answer, 5)).toBe('here')
  })
})

it('that answers others does not rest because of one slow question', async () => {
  const slow = rest.execute(never, 30)
  nowMs = 10
  await sleep(1)
  await rest.execute(answer, 5)
  await expect(slow).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  expect(rest.isOpen).toBe(false)
})

it('that refuses what was asked has answered', async () => {
  await expect(rest.execute(wrong, 5)).rejects.toMatchObject({ code: '42703' })
  expect(rest.isOpen).toBe(false)
})
