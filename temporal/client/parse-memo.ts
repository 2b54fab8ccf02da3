/** The memo of a case, read back from what Temporal kept. */

import type { CaseMemo } from '../contract/cases/case-memo'

const toText = (value: unknown): string => (typeof value === 'string' ? value : '')
const toTextOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Missing fields read as empty: a case started by hand has no memo at all. */
export const parseMemo = (memo: Record<string, unknown>): CaseMemo => ({
  title: toText(memo.title),
  number: toText(memo.number),
  submitter: toText(memo.submitter),
  currency: toTextOrNull(memo.currency),
  requestHash: toTextOrNull(memo.requestHash),
})
