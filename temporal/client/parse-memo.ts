/** Parses the memo of a case. */

import type { CaseMemo } from '../contract/cases/case-memo'

const toText = (value: unknown): string => (typeof value === 'string' ? value : '')
const toTextOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Missing fields become empty: a case that was started by hand has no memo. */
export const parseMemo = (memo: Record<string, unknown>): CaseMemo => ({
  title: toText(memo.title),
  number: toText(memo.number),
  submitter: toText(memo.submitter),
  currency: toTextOrNull(memo.currency),
  requestHash: toTextOrNull(memo.requestHash),
})
