import { describe, expect, it } from 'vitest'
import { toCaseChange } from './stream-messages'

describe('toCaseChange', () => {
  it('returns an id and a version', () => {
    expect(toCaseChange({ caseId: 'ord_1', version: 3, more: true })).toEqual({ caseId: 'ord_1', version: 3 })
  })

  it('returns null for anything else', () => {
    for (const data of [{}, { caseId: 1, version: 2 }, { caseId: 'a' }, { version: 2 }]) {
      expect(toCaseChange(data)).toBeNull()
    }
  })
})
