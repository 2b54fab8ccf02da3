/** What a bulk verb sends for one case. */

import type { CaseMutation } from '@/components/case/mutation'
import type { CaseItem } from '@/temporal/contract/cases/case'
import type { BulkVerb } from './bulk-plan'

/**
 * Ties a decision to what the list showed: to the question, which a comment by somebody else leaves as it is. A list
 * that does not know the question ties it to the version.
 */
const asListed = ({ interactionId, version }: CaseItem) =>
  interactionId === null ? { expectedVersion: version } : { interactionId }

const PAYLOAD = {
  approve: (item, comment) => ({
    verb: 'decision',
    body: { decision: 'approved', ...(comment && { comment }), ...asListed(item) },
  }),
  reject: (item, comment) => ({
    verb: 'decision',
    body: { decision: 'rejected', comment, ...asListed(item) },
  }),
  claim: () => ({ verb: 'claim', body: {} }),
  release: () => ({ verb: 'release', body: {} }),
} as const satisfies Record<BulkVerb, (item: CaseItem, comment: string) => Omit<CaseMutation, 'caseId'>>

/** The press that does `verb` to a case as it was listed. @param comment empty for none */
export const toBulkMutation = (verb: BulkVerb, item: CaseItem, comment: string): CaseMutation => ({
  caseId: item.caseId,
  ...PAYLOAD[verb](item, comment),
})
