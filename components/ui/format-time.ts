/** Formats times and durations. */

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[]

/** Distance from `nowMs`, such as `3 min. ago` or `in 2 hr.`; below a minute `just now`. */
export const formatRelative = (at: string, nowMs: number, locale = 'en'): string => {
  const seconds = Math.round((Date.parse(at) - nowMs) / 1_000)
  const unit = UNITS.find(([, length]) => Math.abs(seconds) >= length)
  if (!unit) return seconds > 0 ? 'in a moment' : 'just now'
  const format = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' })
  return format.format(Math.trunc(seconds / unit[1]), unit[0])
}

/** Exact time, such as `20 Nov 2026, 10:41:07 GMT+1`. @param timeZone the viewer's own when absent */
export const formatExact = (at: string, locale = 'en-GB', timeZone?: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long', timeZone }).format(new Date(at))

/** Day and minute, such as `20 November, 10:41`. @param timeZone the viewer's own when absent */
export const formatDayAndTime = (at: string, locale = 'en-GB', timeZone?: string): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(at))

/** Day alone, such as `20 November`. @param timeZone the viewer's own when absent */
export const formatDay = (at: string, locale = 'en-GB', timeZone?: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone }).format(new Date(at))

const SPANS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const

/** Length of time, such as `12 min`, `3 h 12 min`, `2 d 4 h`: two units at most, rounded down, seconds below a minute. */
export const formatDuration = (ms: number): string => {
  if (ms < 1_000) return 'under 1 s'
  const at = SPANS.findIndex(([, length]) => ms >= length)
  const [unit, length] = SPANS[at] ?? ['s', 1_000]
  const big = `${Math.floor(ms / length)} ${unit}`
  const [smallUnit, smallLength] = SPANS[at + 1] ?? []
  if (!smallLength || smallUnit === 's') return big
  const small = Math.floor((ms % length) / smallLength)
  return small === 0 ? big : `${big} ${small} ${smallUnit}`
}
