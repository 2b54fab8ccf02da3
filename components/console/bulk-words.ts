/** What a bulk run is called and how far it is, in words. */

import type { BulkVerb } from './bulk-plan'
import type { BulkRun } from './bulk-store'

export const BULK_WORD = {
  approve: { press: 'Approve', doing: 'Approving', done: 'approved', keys: 'a', tone: 'primary' },
  reject: { press: 'Reject', doing: 'Rejecting', done: 'rejected', keys: 'r', tone: 'danger' },
  claim: { press: 'Claim', doing: 'Claiming', done: 'claimed', keys: 'c', tone: 'primary' },
  release: { press: 'Release', doing: 'Releasing', done: 'released', keys: undefined, tone: 'primary' },
} as const satisfies Record<BulkVerb, object>

export const count = (value: number): string => value.toLocaleString('en-US')
export const cases = (value: number): string => `${count(value)} ${value === 1 ? 'case' : 'cases'}`

const SECOND_MS = 1_000
const MINUTE_S = 60

const leftWords = (seconds: number): string =>
  seconds < MINUTE_S ? `about ${seconds} s left` : `about ${Math.ceil(seconds / MINUTE_S)} min left`

/** Such as `12 of 40 · 3.2 a second · about 9 s left`; without a rate until there is one. */
export const progressWords = (
  { total, done, refused, startedAtMs }: Pick<BulkRun, 'total' | 'done' | 'refused' | 'startedAtMs'>,
  nowMs: number,
): string => {
  const over = done.length + refused.length
  const so = `${count(over)} of ${count(total)}`
  const seconds = (nowMs - startedAtMs) / SECOND_MS
  if (over === 0 || seconds < 1) return so
  const rate = over / seconds
  return `${so} · ${rate.toFixed(1)} a second · ${leftWords(Math.ceil((total - over) / rate))}`
}

/** Such as `2 approved, 1 refused, 5 not sent`. */
export const summaryWords = ({ verb, done, refused, unsent }: BulkRun): string =>
  [
    `${count(done.length)} ${BULK_WORD[verb].done}`,
    refused.length > 0 && `${count(refused.length)} refused`,
    unsent.length > 0 && `${count(unsent.length)} not sent`,
  ]
    .filter(Boolean)
    .join(', ')
