import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { isDatabaseDown } from './database-errors'
import { createRest, type Rest } from './rest'

let nowMs: number
let asked: number
let rest: Rest

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
  rest = createRest(isDatabaseDown, () => nowMs)
})

describe('a part that did not answer', () => {
  beforeEach(async () => {
    await expect(rest.ask(never, 5)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  })

  it('is not asked for a while: whoever needs it is told at once', async () => {
    await expect(rest.ask(answer, 5)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    expect(asked).toBe(1)
  })

  it('is asked again afterwards, by one at a time', async () => {
    nowMs = 2_001
    const first = rest.ask(never, 20)
    await expect(rest.ask(answer, 5)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    expect(asked).toBe(2)
    await expect(first).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  })

  it('is back with its first answer, also to who asks how it is', async () => {
    expect(await rest.probe(answer, 5)).toBe('here')
    expect(rest.isResting).toBe(false)
    expect(await rest.ask(answer, 5)).toBe('here')
  })
})

it('that answers others does not rest because of one slow question', async () => {
  const slow = rest.ask(never, 30)
  nowMs = 10
  await sleep(1)
  await rest.ask(answer, 5)
  await expect(slow).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  expect(rest.isResting).toBe(false)
})

it('that refuses what was asked has answered', async () => {
  await expect(rest.ask(wrong, 5)).rejects.toMatchObject({ code: '42703' })
  expect(rest.isResting).toBe(false)
})
