import { describe, expect, it } from 'vitest'
import { addDays, dayIn, isTimeZone, startOfDay } from './days'

describe('a day of a time zone', () => {
  it.each([
    ['UTC', '2026-03-29', '2026-03-29T00:00:00.000Z'],
    // Clocks change later that day.
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-26', '2026-10-25T23:00:00.000Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['America/New_York', '2026-03-09', '2026-03-09T04:00:00.000Z'],
    ['Pacific/Auckland', '2026-04-05', '2026-04-04T11:00:00.000Z'],
    ['Pacific/Auckland', '2026-04-06', '2026-04-05T12:00:00.000Z'],
    ['Asia/Kathmandu', '2026-01-01', '2025-12-31T18:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z'],
    // Midnight does not exist: the clocks go from 00:00 to 01:00.
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
    // Midnight comes twice: from 01:00 back to 00:00, and from 00:00 back to 23:00.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['Asia/Beirut', '2026-10-25', '2026-10-24T22:00:00.000Z'],
  ])('begins in %s on %s at %s', (zone, day, start) => {
    expect(startOfDay(zone, day)).toBe(start)
    const at = Date.parse(start)
    expect(dayIn(zone, new Date(at))).toBe(day)
    expect(dayIn(zone, new Date(at - 1))).toBe(addDays(day, -1))
  })

  it('follows every other day without gap or overlap', () => {
    for (const zone of ['Europe/London', 'America/Sao_Paulo', 'Africa/Casablanca', 'Australia/Lord_Howe'])
      for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
        const next = Date.parse(startOfDay(zone, addDays(day, 1)))
        expect(dayIn(zone, new Date(next - 1)), `${zone} ${day}`).toBe(day)
      }
  })

  it('knows the names of zones', () => {
    expect(['UTC', 'Europe/Berlin', 'Etc/GMT+5'].map(isTimeZone)).toEqual([true, true, true])
    expect(['', 'Berlin', 'Europe/Nowhere', '+01:00', 'UTC; drop'].map(isTimeZone)).toEqual([
      ...Array(3).fill(false),
      ...Array(2).fill(false),
    ])
  })
})
