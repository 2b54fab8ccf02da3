/** Labels of bulk runs and their progress. */

import * as shortcutKeys from '@/components/keyboard/case-shortcut-keys'
import { formatCount } from '@/components/ui/format-count'
import type { BulkVerb } from './bulk-plan'
import type { BulkRun } from './bulk-store'

export const BULK_LABEL = {
  approve: {
    button: 'Approve',
    doing: 'Approving',
    done: 'approved',
    keys: shortcutKeys.approve,
    tone: 'primary',
  },
  reject: {
    button: 'Reject',
    doing: 'Rejecting',
    done: 'rejected',
    keys: shortcutKeys.reject,
    tone: 'danger',
  },
  claim: { button: 'Claim', doing: 'Claiming', done: 'claimed', keys: shortcutKeys.claim, tone: 'primary' },
  release: { button: 'Release', doing: 'Releasing', done: 'released', keys: undefined, tone: 'primary' },
} as const satisfies Record<BulkVerb, object>

export const formatCases = (value: number): string =>
  `${formatCount(value)} ${value === 1 ? 'case' : 'cases'}`

const SECOND_MS = 1_000
const MINUTE_S = 60

const timeLeftLabel = (seconds: number): string =>
  seconds < MINUTE_S ? `about ${seconds} s left` : `about ${Math.ceil(seconds / MINUTE_S)} min left`

/** Such as `12 of 40 · 3.2 a second · about 9 s left`; without rate in the first second. */
export const progressLabel = (
  { total, done, refused, startedAtMs }: Pick<BulkRun, 'total' | 'done' | 'refused' | 'startedAtMs'>,
  nowMs: number,
): string => {
  const finished = done.length + refused.length
  const count = `${formatCount(finished)} of ${formatCount(total)}`
  const seconds = (nowMs - startedAtMs) / SECOND_MS
  if (finished === 0 || seconds < 1) return count
  const rate = finished / seconds
  return `${count} · ${rate.toFixed(1)} a second · ${timeLeftLabel(Math.ceil((total - finished) / rate))}`
}

/** Such as `2 approved, 1 refused, 5 not sent`. */
export const summaryLabel = ({ verb, done, refused, unsent }: BulkRun): string =>
  [
    `${formatCount(done.length)} ${BULK_LABEL[verb].done}`,
    refused.length > 0 && `${formatCount(refused.length)} refused`,
    unsent.length > 0 && `${formatCount(unsent.length)} not sent`,
  ]
    .filter(Boolean)
    .join(', ')
