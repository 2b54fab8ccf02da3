import { describe, expect, it } from 'vitest'
import { formatDayAndTime, formatDuration, formatRelative } from './format-time'

const NOW = Date.parse('2026-11-20T12:00:00Z')

describe('formatRelative', () => {
  it.each([
    ['2026-11-20T11:59:30Z', 'just now'],
    ['2026-11-20T12:00:30Z', 'in a moment'],
    ['2026-11-20T11:57:00Z', '3 min. ago'],
    ['2026-11-20T15:12:00Z', 'in 3 hr.'],
    ['2026-11-19T11:00:00Z', 'yesterday'],
    ['2024-11-01T00:00:00Z', '2 yr. ago'],
  ])('says %s as "%s"', (at, words) => {
    expect(formatRelative(at, NOW)).toBe(words)
  })
})

describe('formatDayAndTime', () => {
  it('uses the zone it is given', () => {
    expect(formatDayAndTime('2026-11-20T23:30:00Z', 'en-GB', 'Asia/Tokyo')).toBe('21 November at 08:30')
  })
})

it.each([
  [498.5, 'under 1 s'],
  [45_000, '45 s'],
  [61_000, '1 min'],
  [3 * 3_600_000 + 12 * 60_000, '3 h 12 min'],
  [3_600_000, '1 h'],
  [52 * 3_600_000 + 60_000, '2 d 4 h'],
])('says %d ms as %s', (ms, words) => {
  expect(formatDuration(ms)).toBe(words)
})
