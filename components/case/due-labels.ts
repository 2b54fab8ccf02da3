/** A deadline as people say it. */

import { formatDuration } from '@/components/ui/format-time'

const MINUTE_MS = 60_000
const SOON_MIN = 60

/** `late` once it is over, `soon` in its last hour. */
export const toDueLabel = (
  at: string,
  nowMs: number,
): { label: string; urgency: 'late' | 'soon' | 'calm' } => {
  const leftMs = Date.parse(at) - nowMs
  const span = formatDuration(Math.max(MINUTE_MS, Math.abs(leftMs)))
  if (leftMs <= 0) return { label: `overdue ${span}`, urgency: 'late' }
  return { label: `due in ${span}`, urgency: leftMs < SOON_MIN * MINUTE_MS ? 'soon' : 'calm' }
}
