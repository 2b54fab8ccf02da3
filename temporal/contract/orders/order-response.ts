/** The response of `GET /orders/:id`: one shape for everybody, with the fields for staff empty for the customer. */

import type { z } from 'zod'
import type { OrderResponseSchema } from '../schemas/order-response'
import type { OrderView, Outcome, OutcomeCode } from './order'

export type OrderResponse = z.output<typeof OrderResponseSchema>

/** The outcome in a sentence for the customer; null where the reason itself is for the customer. */
const OUTCOME_TEXTS: Record<OutcomeCode, string | null> = {
  COMPLETED: 'The order was delivered',
  CANCELLED_BY_REQUEST: 'The order was cancelled as asked',
  APPROVAL_REJECTED: 'The order was not accepted',
  APPROVAL_EXPIRED: 'The order was not reviewed in time',
  UNKNOWN_PRODUCT: 'A product of the order is no longer sold',
  INVALID_QUANTITY: 'The order has a quantity that cannot be ordered',
  INCOMPLETE_ADDRESS: null,
  INTAKE_MISSING: 'The order was lost by a fault of ours',
  OUT_OF_STOCK: null,
  PARTIAL_STOCK: null,
  PAYMENT_DECLINED: 'The payment was declined',
  INSUFFICIENT_FUNDS: 'The payment was declined for lack of funds',
  CHARGE_VOIDED: 'The payment was stopped',
  NOTHING_TO_CHARGE: 'The order was stopped by a fault of ours',
  SHIPMENT_REFUSED: 'The order cannot be delivered to this address',
}

const toCustomerOutcome = (outcome: Outcome): Outcome => ({
  ...outcome,
  reason: outcome.customerReason ?? OUTCOME_TEXTS[outcome.code] ?? outcome.reason,
})

/** The view for the customer: without rules, errors, stream and other people. */
export const toCustomerView = (view: OrderView): OrderView => {
  const { approval, cancelRequest, outcome, customer } = view
  const self = { name: customer.name }
  return {
    ...view,
    customer: self,
    rule: null,
    policyGroups: [],
    approval: approval && { ...approval, decision: null },
    attention: null,
    cancelRequest: cancelRequest && { ...cancelRequest, by: self },
    outcome: outcome && toCustomerOutcome(outcome),
    stream: [],
  }
}
