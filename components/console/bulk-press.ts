/** What a bulk verb sends for one case. */

import type { Press } from '@/components/case/press'
import type { CaseItem } from '@/temporal/contract/cases/case'
import type { BulkVerb } from './bulk-plan'

/**
 * Ties a decision to what the list showed: to the question, which a comment by somebody else leaves as it is. A list
 * that does not know the question ties it to the version.
 */
const asSeen = ({ interactionId, version }: CaseItem) =>
  interactionId === null ? { expectedVersion: version } : { interactionId }

const SENT = {
  approve: (item, comment) => ({
    verb: 'decision',
    body: { decision: 'approved', ...(comment && { comment }), ...asSeen(item) },
  }),
  reject: (item, comment) => ({
    verb: 'decision',
    body: { decision: 'rejected', comment, ...asSeen(item) },
  }),
  claim: () => ({ verb: 'claim', body: {} }),
  release: () => ({ verb: 'release', body: {} }),
} as const satisfies Record<BulkVerb, (item: CaseItem, comment: string) => Omit<Press, 'caseId'>>

/** The press that does `verb` to a case as it was listed. @param comment empty for none */
export const pressOf = (verb: BulkVerb, item: CaseItem, comment: string): Press => ({
  caseId: item.caseId,
  ...SENT[verb](item, comment),
})
