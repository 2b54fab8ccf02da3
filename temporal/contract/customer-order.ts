/** `GET /orders/:id`: all there is for staff; for the customer the same order without what is meant for staff. */

import { type Address, type OrderView, orderCan } from './order'
import { CUSTOMER_REASONS, type CustomerReason } from './track'

/** What was asked for at placement; absent while it cannot be read. */
export interface PlacedWith {
  email?: string
  shippingAddress?: Address
}

interface ReadFrom {
  source: 'workflow' | 'snapshot'
  asOf: string
}

export type StaffOrder = OrderView & PlacedWith & ReadFrom

type Shared =
  | 'kind'
  | 'orderId'
  | 'number'
  | 'workflowId'
  | 'state'
  | 'version'
  | 'createdAt'
  | 'updatedAt'
  | 'purchasedAt'
  | 'lines'
  | 'totalCents'
  | 'currency'
  | 'payment'
  | 'shipment'

export type CustomerOrder = Pick<OrderView, Shared> &
  PlacedWith &
  ReadFrom & {
    customer: { name: string }
    outcome: { reason: CustomerReason; words: string | null } | null
    canCancel: boolean
  }

/** The order without rule, approval, errors, people and stream. */
export const customerOrderOf = (view: OrderView, placedWith: PlacedWith, from: ReadFrom): CustomerOrder => {
  const { kind, orderId, number, workflowId, state, version, createdAt, updatedAt, purchasedAt } = view
  const { lines, totalCents, currency, payment, shipment, outcome } = view
  return {
    ...{ kind, orderId, number, workflowId, state, version, createdAt, updatedAt, purchasedAt },
    ...{ lines, totalCents, currency, payment, shipment },
    ...placedWith,
    ...from,
    customer: { name: view.customer.name },
    outcome: outcome && { reason: CUSTOMER_REASONS[outcome.code], words: outcome.customerReason ?? null },
    canCancel: view.cancelRequest === null && orderCan.cancel(view),
  }
}
