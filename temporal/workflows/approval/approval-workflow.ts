/** The approval: one human decision. The first decision wins, made by a person or by the deadline. */

import { CancellationScope, condition, continueAsNew, workflowInfo } from '@temporalio/workflow'
import type { ApprovalInput, ApprovalResult } from '../../contract/cases/approval'
import { ApprovalCase } from './approval-case'
import { registerHandlers } from './approval-handlers'

const msUntil = (at: string): number => Math.max(Date.parse(at) - Date.now(), 1)

/** The reminder or the deadline, whichever is first; null for neither. */
const nextTimer = (approval: ApprovalCase): { at: string; fire: () => void } | null => {
  const { remindAt, dueAt } = approval.view
  if (remindAt !== null && (dueAt === null || remindAt < dueAt))
    return { at: remindAt, fire: () => approval.sendReminder() }
  return dueAt === null ? null : { at: dueAt, fire: () => approval.handleDeadline() }
}

/** Unwritten entries are carried over, so that a discussion without a pause continues as new too. */
const shouldContinueAsNew = (approval: ApprovalCase): boolean =>
  workflowInfo().continueAsNewSuggested && approval.isIdle

const awaitDecision = async (approval: ApprovalCase): Promise<void> => {
  while (!approval.isClosed) {
    const isWoken = () => approval.isClosed || shouldContinueAsNew(approval)
    const timer = nextTimer(approval)
    if (timer === null) await condition(isWoken)
    else if (!(await condition(isWoken, msUntil(timer.at)))) timer.fire()
    if (!approval.isClosed && shouldContinueAsNew(approval)) {
      const { input, view, recorder } = approval
      await continueAsNew<typeof approvalWorkflow>({ ...input, resume: { view, written: recorder.cursor } })
    }
  }
}

const run = async (approval: ApprovalCase): Promise<void> => {
  await awaitDecision(approval)
  await approval.drain()
}

/**
 * Runs one approval until it is closed.
 * Temporal's Cancel, which an order sends as it closes, withdraws the approval and still writes its row.
 */
export async function approvalWorkflow(input: ApprovalInput): Promise<ApprovalResult> {
  const approval = new ApprovalCase(input)
  if (!input.resume) approval.recordOpened()
  registerHandlers(approval)
  approval.deciders.request()
  await CancellationScope.nonCancellable(() =>
    Promise.race([run(approval), approval.recorder.runWriters(), approval.deciders.run()]),
  )
  const { state, decision } = approval.view
  return { state: state as ApprovalResult['state'], decision }
}
