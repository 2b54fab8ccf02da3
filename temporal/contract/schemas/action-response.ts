/** Responses of the endpoints that change something. */

import { z } from 'zod'
import { PENDING_STATUS } from '../responses'
import { CaseViewSchema } from './case-response'
import { approvalDecision, approvalState, caseId, caseState, orderState, version } from './response-fields'

const pending = z.literal(PENDING_STATUS)
const versionOrNull = version.nullable()

export const PlaceOrderResponseSchema = z.object({
  orderId: z.string(),
  workflowId: z.string(),
  state: orderState.describe('The state at placement; a repeated placement gets the first answer'),
  statusUrl: z.url().describe('The customer’s page, without sign-in'),
  warnings: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional()
    .describe('Parts of the address that look wrong for its country; the order was accepted all the same'),
})

export const StartApprovalResponseSchema = z.object({
  caseId,
  workflowId: z.string(),
  state: approvalState,
  caseUrl: z.url(),
})

const caseAction = {
  caseId: caseId.describe('The id that was asked for: an order’s, where its open approval was meant'),
  status: z.union([approvalState, pending]),
  message: z.string(),
  version: versionOrNull,
  case: CaseViewSchema.nullable().describe('The approval as it is now'),
}

export const CaseActionResponseSchema = z.object(caseAction)
export const DecisionResponseSchema = z.object({
  ...caseAction,
  decision: approvalDecision.nullable().describe('The decision that was recorded'),
})

export const RetryResponseSchema = z.object({
  caseId,
  status: z.union([caseState, pending]),
  message: z.string(),
  version: versionOrNull,
})

export const RetryParkedResponseSchema = z.object({
  retried: z.int(),
  unchanged: z.int().describe('Went on or ended meanwhile'),
  unanswered: z.int().describe('Did not answer in time; may or may not be tried'),
  remaining: z.int().describe('Left out, because one request tries at most 500'),
})

export const CancelOrderResponseSchema = z.object({
  orderId: z.string(),
  status: z.union([orderState, pending]),
  message: z.string(),
  version: versionOrNull,
})
