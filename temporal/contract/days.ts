/** Days of a time zone. A day is written `2026-01-31`, an instant in ISO 8601, a zone by its IANA name. */

import { DAY_MS } from './time'

export const UTC = 'UTC'
/** Holds the zone of the browser, for the days that a page counts. */
export const TIME_ZONE_COOKIE = 'time-zone'

/** There are about 600 names, but `Intl` takes each in any case: without a bound requests could fill the memory. */
const MAX_FORMATS = 1_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** Kept, since making one takes longer than everything else here. @throws RangeError for a name that is none */
const getFormat = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known) return known
  const two = '2-digit'
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: two, day: two },
    ...{ hour: two, minute: two, second: two },
  })
  if (formats.size >= MAX_FORMATS) formats.clear()
  formats.set(zone, format)
  return format
}

/** True for a name that `Intl` knows, such as `Europe/Berlin`. */
export const isTimeZone = (name: string): boolean => {
  if (!/^[\w+/-]+$/.test(name)) return false
  try {
    return getFormat(name) !== null
  } catch {
    return false
  }
}

/** The clock of a zone at an instant, as if it were UTC. */
const toLocalMs = (ms: number, zone: string): number => {
  const parts = Object.fromEntries(
    getFormat(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** The day that `at` falls on. */
export const dayIn = (zone: string, at: Date): string => toDay(toLocalMs(at.getTime(), zone))

/** The day `count` days after `day`. */
export const addDays = (day: string, count: number): string => toDay(Date.parse(day) + count * DAY_MS)

/**
 * The instant at which `day` begins: midnight, or later where the clocks are put forward over midnight. Of two
 * midnights, where they are put back over it, the first one on that day.
 */
export const startOfDay = (zone: string, day: string): string => {
  const midnight = Date.parse(day)
  const offsets = [-DAY_MS, DAY_MS].map((distance) => {
    const at = midnight + distance
    return toLocalMs(at, zone) - at
  })
  const starts = offsets.map((offset) => midnight - offset).sort((a, b) => a - b)
  const first = starts.find((at) => toDay(toLocalMs(at, zone)) === day) ?? starts[0] ?? midnight
  return new Date(first).toISOString()
}
