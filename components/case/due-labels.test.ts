import { describe, expect, it } from 'vitest'
import { toDueLabel } from './due-labels'

const NOW = Date.parse('2026-11-20T12:00:00Z')

describe('toDueLabel', () => {
  it.each([
    ['2026-11-20T15:12:30Z', 'due 15:12', 'calm'],
    ['2026-11-20T13:00:00Z', 'due 13:00', 'calm'],
    ['2026-11-21T00:30:00Z', 'due Sat 00:30', 'calm'],
    ['2026-11-25T16:30:00Z', 'due Wed 16:30', 'calm'],
    ['2026-11-27T16:30:00Z', 'due 27 Nov', 'calm'],
    ['2027-11-20T12:00:00Z', 'due 20 Nov 2027', 'calm'],
    ['2026-11-20T12:59:00Z', 'due in 59 min', 'soon'],
    ['2026-11-20T12:00:10Z', 'due in 1 min', 'soon'],
    ['2026-11-20T12:00:00Z', 'overdue 1 min', 'late'],
    ['2026-11-20T09:30:00Z', 'overdue 2 h 30 min', 'late'],
  ])('says %s as "%s", %s', (at, words, urgency) => {
    expect(toDueLabel(at, NOW, 'UTC')).toEqual({ label: words, urgency })
  })

  it('names the day of the viewer’s time zone', () => {
    expect(toDueLabel('2026-11-20T15:30:00Z', NOW, 'Asia/Tokyo').label).toBe('due Sat 00:30')
    expect(toDueLabel('2026-11-21T04:30:00Z', NOW, 'America/New_York').label).toBe('due 23:30')
  })
})
