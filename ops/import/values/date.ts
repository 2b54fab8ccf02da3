/** Days and times of a file. */

import { Temporal } from 'temporal-polyfill'
import { quoted } from '../read/printable'
import { type DateParts, matchDate } from './date-format'

export interface FileDate {
  /** `YYYY-MM-DD` in the zone of the file. */
  day: string
  /** ISO 8601, UTC; null for a day alone, and for a time without a zone. */
  instant: string | null
  /** As the file says it, such as `2026-12-09 00:05:00`, or the day alone. */
  local: string
  /** What a person should know, such as a time that the zone skips. */
  note: string | null
}

const toDay = ({ year, month, day }: DateParts): Temporal.PlainDate | null => {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const toClock = ({ time }: DateParts): Temporal.PlainTime | null => {
  try {
    return Temporal.PlainTime.from(time ?? {}, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

const toLocal = (local: Temporal.PlainDateTime): string =>
  local.toString({ smallestUnit: 'second' }).replace('T', ' ')

/** True for a time that a change of clocks skips. */
const isSkipped = (local: Temporal.PlainDateTime, zoned: Temporal.ZonedDateTime): boolean =>
  !zoned.toPlainDateTime().equals(local)

const inZone = (local: Temporal.PlainDateTime, zone: string, text: string): FileDate => {
  const zoned = local.toZonedDateTime(zone)
  const day = local.toPlainDate().toString()
  const note = isSkipped(local, zoned)
    ? `${quoted(text)} does not exist in ${zone}, where clocks change; it is read as ${zoned.toPlainTime().toString()}`
    : null
  return { day, instant: zoned.toInstant().toString(), local: toLocal(local), note }
}

const isZone = (zone: string): boolean => {
  try {
    Temporal.PlainDateTime.from('2026-01-01').toZonedDateTime(zone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const findParts = (text: string, formats: readonly string[]): DateParts | null => {
  for (const format of formats) {
    const parts = matchDate(text, format)
    if (parts && toDay(parts) && (parts.time === null || toClock(parts))) return parts
  }
  return null
}

/**
 * Reads a date.
 * @param zone of times without an offset: a name such as `Europe/Berlin`, an offset such as `-08:00`, or empty
 * @returns the date, or why it is none
 */
export const readDate = (text: string, formats: readonly string[], zone: string): FileDate | string => {
  const parts = findParts(text, formats)
  const day = parts && toDay(parts)
  if (!parts || !day) return `date ${quoted(text)} is not a day written as ${formats.join(' or ')}`
  const usedZone = parts.offset ?? zone
  if (usedZone !== '' && !isZone(usedZone))
    return `time zone ${quoted(usedZone)} is unknown: name its offset, such as -08:00, in "words" of "timeZone"`
  if (parts.time === null) return { day: day.toString(), instant: null, local: day.toString(), note: null }
  const local = day.toPlainDateTime(toClock(parts) ?? undefined)
  if (usedZone === '') return { day: day.toString(), instant: null, local: toLocal(local), note: null }
  return inZone(local, usedZone, text)
}

const swapped = (format: string): string =>
  format.replace(/M{1,2}(?!M)|D{1,2}/g, (token) =>
    token.replace(/[MD]/g, (letter) => (letter === 'M' ? 'D' : 'M')),
  )

/** True for a date that the format refuses and that fits when its month and its day change places. */
export const isSwapped = (text: string, formats: readonly string[]): boolean =>
  findParts(text, formats) === null &&
  !formats.some((format) => format.includes('MMM')) &&
  findParts(text, formats.map(swapped)) !== null
