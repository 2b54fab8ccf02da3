import type { ApprovalPolicy } from '../../../temporal/contract/cases/approval'
import type { ApprovalRequest } from '../../../temporal/contract/schemas/approval-request'
import type { Env } from '../platform/env'

type Settings = Pick<Env, 'approval'>

/** Milliseconds until the requested deadline; null for no deadline. */
const toDeadlineMs = (request: ApprovalRequest, now: Date, fallbackMs: number | null): number | null => {
  if (request.deadlineAt !== undefined) return Date.parse(request.deadlineAt) - now.getTime()
  return request.deadlineMs === undefined ? fallbackMs : request.deadlineMs
}

/** The policy of a stand-alone approval: from its request, with defaults from the environment. */
export const toApprovalPolicy = (
  { approval }: Settings,
  request: ApprovalRequest,
  now: Date,
): ApprovalPolicy => ({
  group: request.group,
  deadlineMs: toDeadlineMs(request, now, approval.deadlineMs),
  reminderMs: request.reminderMs === undefined ? approval.reminderMs : request.reminderMs,
  onDeadline: request.onDeadline ?? approval.onDeadline,
  fallbackGroup: request.fallbackGroup ?? approval.fallbackGroup ?? null,
})
