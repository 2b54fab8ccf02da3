/** Resolves a case id to an approval and checks permissions on it. */

import { type Action, denialReason } from '@/temporal/contract/auth/permissions'
import type { ApprovalView } from '@/temporal/contract/cases/approval'
import { getOpenApprovalId, type WorkflowView } from '@/temporal/contract/cases/case'
import { AppError, type ErrorCode } from '@/temporal/contract/errors'
import type { OrderView } from '@/temporal/contract/orders/order'
import { isTerminal } from '@/temporal/contract/states'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import type { Context } from '../auth/context'
import type { ViewRead } from '../live/case-reader'
import { live } from '../live/live'
import { requireCaseReader, toApprovalResource } from './case-access'
import { decisionConflict } from './decision-conflict'

export interface ResolvedApproval {
  /** The case with the requested id: the approval itself, or its order. */
  requested: WorkflowView
  approval: ApprovalView
}

const notAwaitingDecision = (): AppError =>
  new AppError('INTERACTION_MISMATCH', 'This order is not waiting for a decision')

/** An order's open approval, or else its latest. @throws AppError CASE_CLOSED, INTERACTION_MISMATCH */
const getApprovalId = (order: OrderView): string => {
  const approvalId = getOpenApprovalId(order) ?? order.approval?.approvalId
  if (approvalId) return approvalId
  if (isTerminal(order.state))
    throw new AppError('CASE_CLOSED', 'This order is closed', { state: order.state })
  throw notAwaitingDecision()
}

const resolve = async (
  read: (caseId: string) => Promise<ViewRead>,
  caseId: string,
): Promise<ResolvedApproval> => {
  const { view: requested } = await read(caseId)
  if (requested.kind === 'approval') return { requested, approval: requested }
  const { view: approval } = await read(getApprovalId(requested))
  if (approval.kind !== 'approval') throw notAwaitingDecision()
  return { requested, approval }
}

/**
 * The approval that a case id refers to. The read may be shared with other requests and slightly out of date.
 * @throws AppError NOT_FOUND, CASE_CLOSED, INTERACTION_MISMATCH
 */
export const resolveApproval = (ctx: Context, caseId: string): Promise<ResolvedApproval> =>
  resolve(live(ctx.runtime).reader.read, caseId)

/** As `resolveApproval`, but from reads that start after this call. */
export const resolveApprovalFresh = (ctx: Context, caseId: string): Promise<ResolvedApproval> =>
  resolve(live(ctx.runtime).reader.readFresh, caseId)

const describeHolder = (
  code: 'ALREADY_CLAIMED' | 'CLAIMED_BY_ANOTHER',
  { assignee, claimedAt = null }: ApprovalView,
): AppError => {
  if (!assignee) return new AppError(code)
  const message = `${isolateText(assignee.name)} has claimed this${code === 'CLAIMED_BY_ANOTHER' ? '; take it over first' : ''}`
  return new AppError(code, message, { assignee, since: claimedAt })
}

/** The refusal with what its reader needs: who decided or holds it, which group is asked. */
export const toDenial = (code: ErrorCode, approval: ApprovalView): AppError => {
  if (code === 'CASE_CLOSED') return decisionConflict(approval)
  if (code === 'ALREADY_CLAIMED' || code === 'CLAIMED_BY_ANOTHER') return describeHolder(code, approval)
  return new AppError(code, undefined, code === 'NOT_IN_GROUP' ? { group: approval.group } : {})
}

/**
 * Resolves an approval that the caller may do `action` on. Before refusing, it reads the approval fresh, because the
 * first read may be shared and out of date.
 * @throws AppError with the code in the permission table, naming who decided or claimed it
 */
export const requireApproval = async (
  ctx: Context,
  action: Action,
  caseId: string,
): Promise<ResolvedApproval> => {
  const actor = requireCaseReader(ctx)
  const resolved = await resolveApproval(ctx, caseId)
  if (denialReason(actor, action, toApprovalResource(resolved.approval)) === null) return resolved
  const fresh = await resolveApprovalFresh(ctx, caseId)
  const code = denialReason(actor, action, toApprovalResource(fresh.approval))
  if (code) throw toDenial(code, fresh.approval)
  return fresh
}
