/** A deadline as people say it. */

const MINUTE_MS = 60_000
const HOUR_MIN = 60
const DAY_MIN = 24 * HOUR_MIN
const SOON_MIN = HOUR_MIN

/** Such as `12 min`, `3 h 12 min`, `2 d 4 h`: two units at most, rounded down. */
const spanOf = (minutes: number): string => {
  if (minutes < 1) return '1 min'
  if (minutes < HOUR_MIN) return `${minutes} min`
  const [big, bigUnit, small, smallUnit] =
    minutes < DAY_MIN
      ? [Math.floor(minutes / HOUR_MIN), 'h', minutes % HOUR_MIN, 'min']
      : [Math.floor(minutes / DAY_MIN), 'd', Math.floor((minutes % DAY_MIN) / HOUR_MIN), 'h']
  return small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`
}

/** `late` once it is over, `soon` in its last hour. */
export const dueWords = (at: string, nowMs: number): { words: string; urgency: 'late' | 'soon' | 'calm' } => {
  const leftMs = Date.parse(at) - nowMs
  const span = spanOf(Math.floor(Math.abs(leftMs) / MINUTE_MS))
  if (leftMs <= 0) return { words: `overdue ${span}`, urgency: 'late' }
  return { words: `due in ${span}`, urgency: leftMs < SOON_MIN * MINUTE_MS ? 'soon' : 'calm' }
}
