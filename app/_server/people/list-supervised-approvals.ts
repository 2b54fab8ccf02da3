import { type SupervisedApproval, selectSupervisedApprovals } from '@/db/queries/cases/stranded-approvals'
import { type NoInput, requirePermission, type Verb } from '../auth/context'

const MAX_APPROVALS = 20

/** Open approvals that only supervisors may decide, because nobody in their group may; at most 20, the oldest first. */
export const listSupervisedApprovals: Verb<NoInput, SupervisedApproval[]> = async (ctx) => {
  requirePermission(ctx, 'group.manage')
  return selectSupervisedApprovals(ctx.runtime.db, MAX_APPROVALS)
}
