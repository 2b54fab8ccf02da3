/** Types of the responses of endpoints that change something. */

import type { z } from 'zod'
import type {
  CancelOrderResponseSchema,
  CaseActionResponseSchema,
  DecisionResponseSchema,
  PlaceOrderResponseSchema,
  RetryParkedResponseSchema,
  RetryResponseSchema,
  StartApprovalResponseSchema,
} from './schemas/action-response'

/** Temporal did not answer in time: the request may or may not have been carried out, and may be sent again. */
export const PENDING_STATUS = 'pending'

export type PlaceOrderResponse = z.output<typeof PlaceOrderResponseSchema>
export type StartApprovalResponse = z.output<typeof StartApprovalResponseSchema>
/** `case` is the approval as it is now, so that people see their own write. */
export type CaseActionResponse = z.output<typeof CaseActionResponseSchema>
export type DecisionResponse = z.output<typeof DecisionResponseSchema>
export type RetryResponse = z.output<typeof RetryResponseSchema>
export type RetryParkedResponse = z.output<typeof RetryParkedResponseSchema>
/** The order may still be giving back stock and money. The endpoint adds `orderId`. */
export type CancelOrderResponse = Omit<z.output<typeof CancelOrderResponseSchema>, 'orderId'>
