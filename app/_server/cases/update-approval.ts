/** The short human-task verbs: one update of an approval and its new state as the answer. */

import type { ApprovalView } from '@/temporal/contract/cases/approval'
import { toCaseView } from '@/temporal/contract/cases/case'
import { AppError } from '@/temporal/contract/errors'
import { type CaseActionResponse, PENDING_STATUS } from '@/temporal/contract/responses'
import { isTerminal } from '@/temporal/contract/states'
import type { UpdateName } from '@/temporal/contract/temporal-names'
import type { Context } from '../auth/context'
import { updateCase } from '../live/update-case'
import { canonical } from '../platform/canonical-hash'
import { markReadByCaller } from './case-reads'
import { decisionConflict } from './decision-conflict'
import { resolveApprovalFresh } from './resolve-approval'

export interface ApprovalUpdate {
  /** The id that was asked for. */
  caseId: string
  approval: ApprovalView
  name: UpdateName
  input: unknown
  updateId: string
  message: string
}

/** The reply for an approval as it is now. Equal views give equal replies, whichever copy they came from. */
export const toCaseActionResponse = (
  caseId: string,
  view: ApprovalView,
  message: string,
): CaseActionResponse => ({
  caseId,
  status: view.state,
  message,
  version: view.version,
  case: canonical(toCaseView(view, { source: 'workflow', asOf: view.updatedAt })),
})

export const pendingCaseActionResponse = (caseId: string): CaseActionResponse => ({
  caseId,
  status: PENDING_STATUS,
  message: 'Temporal has not answered yet; the request may be sent again',
  version: null,
  case: null,
})

/**
 * Sends the update.
 * @throws AppError of the workflow; of a closed case, naming who decided it
 */
export const updateApproval = async (
  ctx: Context,
  { caseId, approval, message, ...update }: ApprovalUpdate,
): Promise<CaseActionResponse> => {
  const outcome = await updateCase(ctx, { caseId: approval.approvalId, ...update })
  if (outcome.kind === 'pending') return pendingCaseActionResponse(caseId)
  if (outcome.kind === 'closed') {
    const { approval: now } = await resolveApprovalFresh(ctx, approval.approvalId)
    // Its run ended but it goes on in a fresh one: the press may not have arrived, and can be sent again.
    if (!isTerminal(now.state)) return pendingCaseActionResponse(caseId)
    throw decisionConflict(now)
  }
  if (outcome.view.kind !== 'approval') throw new AppError('NOT_FOUND')
  markReadByCaller(ctx, approval.approvalId, outcome.view.version)
  return toCaseActionResponse(caseId, outcome.view, message)
}
