/** Answers of the calls that change something. */

import { z } from 'zod'
import {
  type CancelReply,
  type CaseReply,
  type DecisionReply,
  PENDING_STATUS,
  type PlacedOrder,
  type StartedApproval,
} from '../replies'
import { exact } from './exact'
import { View } from './reply-case'
import { approvalDecision, approvalState, caseId, orderState, version } from './reply-parts'

const pending = z.literal(PENDING_STATUS)
const knownVersion = version.nullable()

export const Placed = exact<PlacedOrder>()(
  z.object({
    orderId: z.string(),
    workflowId: z.string(),
    state: orderState.describe('The state at placement; a repeated placement gets the first answer'),
    statusUrl: z.url().describe('The customer’s page, without sign-in'),
  }),
)

export const Started = exact<StartedApproval>()(
  z.object({ caseId, workflowId: z.string(), state: approvalState, caseUrl: z.url() }),
)

const task = {
  caseId: caseId.describe('The id that was asked for: an order’s, where its open approval was meant'),
  status: z.union([approvalState, pending]),
  message: z.string(),
  version: knownVersion,
  case: View.nullable().describe('The approval as it is now'),
}

export const Task = exact<CaseReply>()(z.object(task))
export const Decision = exact<DecisionReply>()(
  z.object({ ...task, decision: approvalDecision.nullable().describe('The decision that was recorded') }),
)

export const Cancelled = exact<CancelReply & { orderId: string }>()(
  z.object({
    orderId: z.string(),
    status: z.union([orderState, pending]),
    message: z.string(),
    version: knownVersion,
  }),
)
