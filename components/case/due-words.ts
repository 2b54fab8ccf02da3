/** A deadline as people say it. */

import { spanWords } from '@/components/ui/time-words'

const MINUTE_MS = 60_000
const SOON_MIN = 60

/** `late` once it is over, `soon` in its last hour. */
export const dueWords = (at: string, nowMs: number): { words: string; urgency: 'late' | 'soon' | 'calm' } => {
  const leftMs = Date.parse(at) - nowMs
  const span = spanWords(Math.max(MINUTE_MS, Math.abs(leftMs)))
  if (leftMs <= 0) return { words: `overdue ${span}`, urgency: 'late' }
  return { words: `due in ${span}`, urgency: leftMs < SOON_MIN * MINUTE_MS ? 'soon' : 'calm' }
}
