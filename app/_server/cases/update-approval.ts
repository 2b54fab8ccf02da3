/** Shared by the human-task verbs: sends one update to an approval and returns its new state. */

import type { ApprovalView } from '@/temporal/contract/cases/approval'
import { toCaseView } from '@/temporal/contract/cases/case'
import { AppError } from '@/temporal/contract/errors'
import { type CaseActionResponse, PENDING_STATUS } from '@/temporal/contract/responses'
import { isTerminal } from '@/temporal/contract/states'
import type { UpdateName } from '@/temporal/contract/temporal-names'
import { type Context, requireActor } from '../auth/context'
import { updateCase } from '../live/update-case'
import { canonical } from '../platform/canonical-hash'
import { decisionConflict } from './decision-conflict'
import { markReadByCaller } from './read-marks'
import { resolveApprovalFresh } from './resolve-approval'

export interface ApprovalUpdate {
  /** The requested id, which may be that of the approval's order. */
  caseId: string
  approval: ApprovalView
  name: UpdateName
  input: unknown
  /** Chosen by the client for each action. Part of the update id, so that a repeated request is deduplicated. */
  requestKey: string
  message: string
}

/** The response for an approval. Canonical: equal views give equal responses, whichever copy they came from. */
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
 * Sends the update. The response is pending while its outcome is unknown.
 * @throws AppError of the workflow, or ALREADY_DECIDED or CASE_CLOSED for a closed approval
 */
export const updateApproval = async (
  ctx: Context,
  { caseId, approval, name, input, requestKey, message }: ApprovalUpdate,
): Promise<CaseActionResponse> => {
  const updateId = `${name}:${requireActor(ctx).id}:${requestKey}`
  const outcome = await updateCase(ctx, { caseId: approval.approvalId, name, input, updateId })
  if (outcome.kind === 'pending') return pendingCaseActionResponse(caseId)
  if (outcome.kind === 'closed') {
    const { approval: current } = await resolveApprovalFresh(ctx, approval.approvalId)
    // The run ended by continue-as-new: the update may not have arrived, and the client sends it again.
    if (!isTerminal(current.state)) return pendingCaseActionResponse(caseId)
    throw decisionConflict(current)
  }
  if (outcome.view.kind !== 'approval') throw new AppError('NOT_FOUND')
  markReadByCaller(ctx, approval.approvalId, outcome.view.version)
  return toCaseActionResponse(caseId, outcome.view, message)
}
