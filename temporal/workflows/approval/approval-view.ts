/** The view with which an approval starts. */

import { workflowInfo } from '@temporalio/workflow'
import type { Person } from '../../contract/auth/actor'
import type { ApprovalInput, ApprovalView, UpdateActor } from '../../contract/cases/approval'
import { toCaseNumber } from '../../contract/cases/case-ids'
import { ASSIGNMENT_STATES } from '../../contract/states'
import { now } from '../shared/case-recorder'
import { createDecisionInteraction } from './decision-interaction'

/** ISO 8601 time `ms` from now on the workflow's clock; null for no timer. */
export const toTimestampAfter = (ms: number | null): string | null =>
  ms === null ? null : new Date(Date.now() + ms).toISOString()

/** The person behind an update, without what the workflow checks. */
export const toPerson = ({ id, name }: UpdateActor): Person => ({ id, name })

/** The view of an approval that was just started. */
export const createInitialView = (input: ApprovalInput): ApprovalView => {
  const { workflowId, runId } = workflowInfo()
  const at = now()
  const { approvalId, orderId, policy } = input
  return {
    kind: 'approval',
    approvalId,
    number: toCaseNumber(orderId ?? approvalId),
    workflowId,
    runId,
    state: 'OPEN',
    version: 0,
    createdAt: at,
    updatedAt: at,
    title: input.title,
    requester: input.requester,
    group: policy.group,
    assignee: null,
    claimedAt: null,
    priority: input.priority,
    dueAt: toTimestampAfter(policy.deadlineMs),
    remindAt: toTimestampAfter(policy.reminderMs),
    onDeadline: policy.onDeadline,
    fallbackGroup: policy.fallbackGroup ?? null,
    amountCents: input.amountCents,
    currency: input.currency,
    orderId,
    payload: input.payload,
    round: 1,
    interaction: createDecisionInteraction(input, 1),
    decision: null,
    requestHash: input.requestHash,
    stream: [],
  }
}

/** What nobody holds. */
export const UNCLAIMED = { state: ASSIGNMENT_STATES.unassigned, assignee: null, claimedAt: null } as const
