/** Label of a deadline. */

import { formatDuration } from '@/components/ui/format-time'

const MINUTE_MS = 60_000
const SOON_MIN = 60

/** `late` after the deadline, `soon` in the hour before. */
export const toDueLabel = (
  at: string,
  nowMs: number,
): { label: string; urgency: 'late' | 'soon' | 'calm' } => {
  const leftMs = Date.parse(at) - nowMs
  const span = formatDuration(Math.max(MINUTE_MS, Math.abs(leftMs)))
  if (leftMs <= 0) return { label: `overdue ${span}`, urgency: 'late' }
  return { label: `due in ${span}`, urgency: leftMs < SOON_MIN * MINUTE_MS ? 'soon' : 'calm' }
}
