/** The memo of a case, read back from what Temporal kept. */

import type { CaseMemo } from '../contract/memo'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Missing fields read as empty: a case started by hand has no memo at all. */
export const memoFrom = (memo: Record<string, unknown>): CaseMemo => ({
  title: textOf(memo.title),
  number: textOf(memo.number),
  submitter: textOf(memo.submitter),
  currency: textOrNull(memo.currency),
  requestHash: textOrNull(memo.requestHash),
})
