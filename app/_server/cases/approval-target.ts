/** Finds the approval that a person means, and asks the table of permissions about it. */

import type { ApprovalView } from '@/temporal/contract/approval'
import { type Action, whyNot } from '@/temporal/contract/can'
import { openApprovalOf, type View } from '@/temporal/contract/case'
import { type ErrorCode, Refusal } from '@/temporal/contract/errors'
import type { OrderView } from '@/temporal/contract/order'
import { isTerminal } from '@/temporal/contract/states'
import type { Context } from '../http/context'
import { live } from '../live/live'
import { requireCaseReader, resourceOf } from './actors'
import type { ViewRead } from './case-reader'
import { tooLate } from './decided'

export interface Target {
  /** The case whose id was sent: the approval itself, or the order that asked for it. */
  asked: View
  approval: ApprovalView
}

const notAsking = (): Refusal =>
  new Refusal('INTERACTION_MISMATCH', 'This order is not waiting for a decision')

/** An order stands for its open approval, or for the last one it had. */
const approvalIdOf = (order: OrderView): string => {
  const approvalId = openApprovalOf(order) ?? order.approval?.approvalId
  if (approvalId) return approvalId
  if (isTerminal(order.state))
    throw new Refusal('CASE_CLOSED', 'This order is closed', { state: order.state })
  throw notAsking()
}

const find = async (read: (caseId: string) => Promise<ViewRead>, caseId: string): Promise<Target> => {
  const { view: asked } = await read(caseId)
  if (asked.kind === 'approval') return { asked, approval: asked }
  const { view: approval } = await read(approvalIdOf(asked))
  if (approval.kind !== 'approval') throw notAsking()
  return { asked, approval }
}

/**
 * The approval behind a case id.
 * @throws Refusal NOT_FOUND, CASE_CLOSED, INTERACTION_MISMATCH
 */
export const findTarget = (ctx: Context, caseId: string): Promise<Target> =>
  find(live(ctx.runtime).reader.read, caseId)

/** As `findTarget`, from answers asked for after this call. */
export const findTargetNow = (ctx: Context, caseId: string): Promise<Target> =>
  find(live(ctx.runtime).reader.readNow, caseId)

const refusal = (code: ErrorCode, approval: ApprovalView): Refusal => {
  if (code === 'CASE_CLOSED') return tooLate(approval)
  if (code === 'ALREADY_CLAIMED' && approval.assignee)
    return new Refusal(code, `${approval.assignee.name} has claimed this`, { assignee: approval.assignee })
  return new Refusal(code)
}

/**
 * The approval that the caller may do `action` to. A refusal is looked up twice: the first look may be shared, and
 * a moment old.
 * @throws Refusal of the table, naming who decided or who holds it
 */
export const demandTarget = async (ctx: Context, action: Action, caseId: string): Promise<Target> => {
  const actor = requireCaseReader(ctx)
  const target = await findTarget(ctx, caseId)
  if (whyNot(actor, action, resourceOf(target.approval)) === null) return target
  const again = await findTargetNow(ctx, caseId)
  const code = whyNot(actor, action, resourceOf(again.approval))
  if (code) throw refusal(code, again.approval)
  return again
}
