import { describe, expect, it } from 'vitest'
import { retryDelayMs } from './event-stream'
import { parseChange } from './stream-messages'

describe('retryDelayMs', () => {
  it('doubles from half a second up to 15 s', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 20].map((attempt) => retryDelayMs(attempt, 1))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000,
    ])
  })

  it('spreads returning browsers over half of the wait', () => {
    expect(retryDelayMs(3, 0)).toBe(2_000)
  })
})

describe('parseChange', () => {
  it('takes an id and a version', () => {
    expect(parseChange('{"caseId":"ord_1","version":3}')).toEqual({ caseId: 'ord_1', version: 3 })
  })

  it('refuses anything else instead of throwing', () => {
    for (const data of ['', 'null', '[]', '{"caseId":1,"version":2}', '{"caseId":"a"}']) {
      expect(parseChange(data)).toBeNull()
    }
  })
})
