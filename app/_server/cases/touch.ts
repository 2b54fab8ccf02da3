/** The short human-task verbs: one update of an approval and its new state as the answer. */

import type { ApprovalView } from '@/temporal/contract/approval'
import { caseOf } from '@/temporal/contract/case'
import { Refusal } from '@/temporal/contract/errors'
import type { UpdateName } from '@/temporal/contract/messages'
import { type CaseReply, PENDING_STATUS } from '@/temporal/contract/replies'
import { isTerminal } from '@/temporal/contract/states'
import type { Context } from '../http/context'
import { canonical } from '../orders/canonical-hash'
import { findTargetNow } from './approval-target'
import { tooLate } from './decided'
import { seenByCaller } from './seen'
import { sendUpdate } from './send-update'

export interface Touch {
  /** The id that was asked for. */
  caseId: string
  approval: ApprovalView
  name: UpdateName
  input: unknown
  updateId: string
  message: string
}

/** The reply for an approval as it is now. Equal views give equal replies, whichever copy they came from. */
export const replyOf = (caseId: string, view: ApprovalView, message: string): CaseReply => ({
  caseId,
  status: view.state,
  message,
  version: view.version,
  case: canonical(caseOf(view, { source: 'workflow', asOf: view.updatedAt })),
})

export const pendingReply = (caseId: string): CaseReply => ({
  caseId,
  status: PENDING_STATUS,
  message: 'Temporal has not answered yet; the request may be sent again',
  version: null,
  case: null,
})

/**
 * Sends the update.
 * @throws Refusal of the workflow; of a closed case, naming who decided it
 */
export const touch = async (
  ctx: Context,
  { caseId, approval, message, ...update }: Touch,
): Promise<CaseReply> => {
  const outcome = await sendUpdate(ctx, { caseId: approval.approvalId, ...update })
  if (outcome.kind === 'pending') return pendingReply(caseId)
  if (outcome.kind === 'closed') {
    const { approval: now } = await findTargetNow(ctx, approval.approvalId)
    // Its run ended but it goes on in a fresh one: the press may not have arrived, and can be sent again.
    if (!isTerminal(now.state)) return pendingReply(caseId)
    throw tooLate(now)
  }
  if (outcome.view.kind !== 'approval') throw new Refusal('NOT_FOUND')
  seenByCaller(ctx, approval.approvalId, outcome.view.version)
  return replyOf(caseId, outcome.view, message)
}
