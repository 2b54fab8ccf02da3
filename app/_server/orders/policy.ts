/** The policies that new cases run under, from the environment and the request. */

import type { ApprovalPolicy } from '../../../temporal/contract/approval'
import type { OrderPolicy } from '../../../temporal/contract/order'
import type { ApprovalRequest } from '../../../temporal/contract/schemas/approval'
import type { Env } from '../env'

/**
 * A parked step is tried again after 2 s, then after twice as long each time, up to 15 min. A try costs about 16
 * events of the 51,200 that a run may have, so an outage of a month is survived.
 */
const PARK_FIRST_MS = 2_000
const PARK_MAX_MS = 15 * 60_000

type Settings = Pick<Env, 'rules' | 'approval'>

/** The policy of an order that is placed now. */
export const orderPolicyOf = ({ rules, approval }: Settings): OrderPolicy => ({
  rules,
  approval,
  parkFirstMs: PARK_FIRST_MS,
  parkMaxMs: PARK_MAX_MS,
})

/** Milliseconds until the deadline that was asked for; null for never. */
const deadlineMsOf = (request: ApprovalRequest, now: Date, fallbackMs: number | null): number | null => {
  if (request.deadlineAt !== undefined) return Date.parse(request.deadlineAt) - now.getTime()
  return request.deadlineMs === undefined ? fallbackMs : request.deadlineMs
}

/** The policy of a stand-alone approval: what its request says, and the environment's where it is silent. */
export const approvalPolicyOf = (
  { approval }: Settings,
  request: ApprovalRequest,
  now: Date,
): ApprovalPolicy => ({
  group: request.group,
  deadlineMs: deadlineMsOf(request, now, approval.deadlineMs),
  reminderMs: request.reminderMs === undefined ? approval.reminderMs : request.reminderMs,
  onDeadline: request.onDeadline ?? approval.onDeadline,
})
