/** Label of a deadline. */

import { formatDuration } from '@/components/ui/format-time'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const SOON_MS = 60 * MINUTE_MS
/** A weekday names only one day of the days to come. */
const WEEK_MS = 6 * DAY_MS

const LOCALE = 'en-GB'
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const

/** The clock time of today, with the weekday within six days, with the day after that. */
const formatDue = (due: Date, nowMs: number, timeZone: string | undefined): string => {
  const format = (options: Intl.DateTimeFormatOptions, at = due) =>
    new Intl.DateTimeFormat(LOCALE, { ...options, timeZone }).format(at)
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
  if (format(day) === format(day, new Date(nowMs))) return format(CLOCK)
  const leftMs = due.getTime() - nowMs
  if (leftMs < WEEK_MS) return format({ weekday: 'short', ...CLOCK })
  return leftMs < 300 * DAY_MS ? format({ day: 'numeric', month: 'short' }) : format(day)
}

/**
 * `late` after the deadline and `soon` in the hour before, with the time that is left; earlier the time itself, which
 * does not change in every row with every look.
 * @param timeZone the viewer's own when absent
 */
export const toDueLabel = (
  at: string,
  nowMs: number,
  timeZone?: string,
): { label: string; urgency: 'late' | 'soon' | 'calm' } => {
  const leftMs = Date.parse(at) - nowMs
  const span = formatDuration(Math.max(MINUTE_MS, Math.abs(leftMs)))
  if (leftMs <= 0) return { label: `overdue ${span}`, urgency: 'late' }
  if (leftMs < SOON_MS) return { label: `due in ${span}`, urgency: 'soon' }
  return { label: `due ${formatDue(new Date(at), nowMs, timeZone)}`, urgency: 'calm' }
}
