/** The approval: one human decision. The first answer wins, by a person or by the deadline. */

import { CancellationScope, condition, continueAsNew, workflowInfo } from '@temporalio/workflow'
import type { ApprovalInput, ApprovalResult } from '../../contract/cases/approval'
import { ApprovalCase } from './approval-case'
import { registerHandlers } from './approval-handlers'

const msUntil = (at: string): number => Math.max(Date.parse(at) - Date.now(), 1)

/** What happens next by itself: the reminder or the deadline, whichever is first; null for neither. */
const nextTimer = ({ view }: ApprovalCase): { at: string; ring: (approval: ApprovalCase) => void } | null => {
  const { remindAt, dueAt } = view
  if (remindAt !== null && (dueAt === null || remindAt < dueAt))
    return { at: remindAt, ring: (a) => a.sendReminder() }
  return dueAt === null ? null : { at: dueAt, ring: (a) => a.handleDeadline() }
}

/** What is not written yet goes along, so that a discussion without a pause moves too. */
const shouldContinueAsNew = (approval: ApprovalCase): boolean =>
  workflowInfo().continueAsNewSuggested && approval.isIdle

const awaitDecision = async (approval: ApprovalCase): Promise<void> => {
  while (!approval.isClosed) {
    const isWoken = () => approval.isClosed || shouldContinueAsNew(approval)
    const alarm = nextTimer(approval)
    if (alarm === null) await condition(isWoken)
    else if (!(await condition(isWoken, msUntil(alarm.at)))) alarm.ring(approval)
    if (!approval.isClosed && shouldContinueAsNew(approval)) {
      const { input, view, recorder: announcer } = approval
      await continueAsNew<typeof approvalWorkflow>({ ...input, resume: { view, written: announcer.cursor } })
    }
  }
}

const run = async (approval: ApprovalCase): Promise<void> => {
  await awaitDecision(approval)
  await approval.drain()
}

/**
 * Runs one approval to its answer.
 * Temporal's own Cancel, which an order sends as it closes, withdraws it; its row is written all the same.
 */
export async function approvalWorkflow(input: ApprovalInput): Promise<ApprovalResult> {
  const approval = new ApprovalCase(input)
  if (!input.resume) approval.recordOpened()
  registerHandlers(approval)
  await CancellationScope.nonCancellable(() => Promise.race([run(approval), approval.recorder.runWriters()]))
  const { state, decision } = approval.view
  return { state: state as ApprovalResult['state'], decision }
}
