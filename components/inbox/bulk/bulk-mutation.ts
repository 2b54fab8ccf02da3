/** The mutation that a bulk verb sends for one case. */

import type { CaseMutation } from '@/components/case/send-mutation'
import type { CaseItem } from '@/temporal/contract/cases/case'
import type { BulkVerb } from './bulk-plan'

/**
 * Binds a decision to the listed case: to its interaction, which a comment by somebody else does not change. Lists from
 * Temporal hold no interaction, so there it is bound to the version.
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

/** The mutation for `verb` on a case as it was listed. @param comment empty for none */
export const toBulkMutation = (verb: BulkVerb, item: CaseItem, comment: string): CaseMutation => ({
  caseId: item.caseId,
  ...PAYLOAD[verb](item, comment),
})
