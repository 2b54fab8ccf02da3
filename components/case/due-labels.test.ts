import { describe, expect, it } from 'vitest'
import { toDueLabel } from './due-labels'

const NOW = Date.parse('2026-11-20T12:00:00Z')

describe('toDueLabel', () => {
  it.each([
    ['2026-11-20T15:12:30Z', 'due in 3 h 12 min', 'calm'],
    ['2026-11-20T15:00:00Z', 'due in 3 h', 'calm'],
    ['2026-11-22T16:30:00Z', 'due in 2 d 4 h', 'calm'],
    ['2026-11-20T12:59:00Z', 'due in 59 min', 'soon'],
    ['2026-11-20T12:00:10Z', 'due in 1 min', 'soon'],
    ['2026-11-20T12:00:00Z', 'overdue 1 min', 'late'],
    ['2026-11-20T09:30:00Z', 'overdue 2 h 30 min', 'late'],
  ])('says %s as "%s", %s', (at, words, urgency) => {
    expect(toDueLabel(at, NOW)).toEqual({ label: words, urgency })
  })
})
