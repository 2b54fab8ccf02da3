/** The policy of a stand-alone approval, from the environment and the request. */

import type { ApprovalPolicy } from '../../../temporal/contract/cases/approval'
import type { ApprovalRequest } from '../../../temporal/contract/schemas/approval'
import type { Env } from '../platform/env'

type Settings = Pick<Env, 'approval'>

/** Milliseconds until the deadline that was asked for; null for never. */
const toDeadlineMs = (request: ApprovalRequest, now: Date, fallbackMs: number | null): number | null => {
  if (request.deadlineAt !== undefined) return Date.parse(request.deadlineAt) - now.getTime()
  return request.deadlineMs === undefined ? fallbackMs : request.deadlineMs
}

/** The policy of a stand-alone approval: what its request says, and the environment's where it is silent. */
export const toApprovalPolicy = (
  { approval }: Settings,
  request: ApprovalRequest,
  now: Date,
): ApprovalPolicy => ({
  group: request.group,
  deadlineMs: toDeadlineMs(request, now, approval.deadlineMs),
  reminderMs: request.reminderMs === undefined ? approval.reminderMs : request.reminderMs,
  onDeadline: request.onDeadline ?? approval.onDeadline,
})
