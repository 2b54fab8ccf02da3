/** Answers of the calls that change something. */

import { z } from 'zod'
import {
  type CancelOrderResponse,
  type CaseActionResponse,
  type DecisionResponse,
  PENDING_STATUS,
  type PlaceOrderResponse,
  type StartApprovalResponse,
} from '../responses'
import { CaseViewSchema } from './case-response'
import { exactSchema } from './exact-schema'
import { approvalDecision, approvalState, caseId, orderState, version } from './response-fields'

const pending = z.literal(PENDING_STATUS)
const knownVersion = version.nullable()

export const PlaceOrderResponseSchema = exactSchema<PlaceOrderResponse>()(
  z.object({
    orderId: z.string(),
    workflowId: z.string(),
    state: orderState.describe('The state at placement; a repeated placement gets the first answer'),
    statusUrl: z.url().describe('The customer’s page, without sign-in'),
  }),
)

export const StartApprovalResponseSchema = exactSchema<StartApprovalResponse>()(
  z.object({ caseId, workflowId: z.string(), state: approvalState, caseUrl: z.url() }),
)

const caseAction = {
  caseId: caseId.describe('The id that was asked for: an order’s, where its open approval was meant'),
  status: z.union([approvalState, pending]),
  message: z.string(),
  version: knownVersion,
  case: CaseViewSchema.nullable().describe('The approval as it is now'),
}

export const CaseActionResponseSchema = exactSchema<CaseActionResponse>()(z.object(caseAction))
export const DecisionResponseSchema = exactSchema<DecisionResponse>()(
  z.object({
    ...caseAction,
    decision: approvalDecision.nullable().describe('The decision that was recorded'),
  }),
)

export const CancelOrderResponseSchema = exactSchema<CancelOrderResponse & { orderId: string }>()(
  z.object({
    orderId: z.string(),
    status: z.union([orderState, pending]),
    message: z.string(),
    version: knownVersion,
  }),
)
