/** `GET /orders/:id`: one shape for everybody; what is meant for staff is empty for the customer. */

import type { Address, OrderView } from './order'

/** What was asked for at placement; absent while it cannot be read. */
interface PlacedWith {
  email?: string
  shippingAddress?: Address
}

/** The order as staff read it; its customer reads the same shape with what is meant for staff empty. */
export type StaffOrder = OrderView & PlacedWith & { source: 'workflow' | 'snapshot'; asOf: string }

/** The view without rules, errors, stream and people other than the customer. */
export const customerViewOf = (view: OrderView): OrderView => {
  const { approval, cancelRequest, outcome, customer } = view
  const self = { name: customer.name }
  return {
    ...view,
    customer: self,
    rule: null,
    approval: approval && { ...approval, decision: null },
    attention: null,
    cancelRequest: cancelRequest && { ...cancelRequest, by: self },
    outcome: outcome && { ...outcome, reason: outcome.customerReason ?? '' },
    stream: [],
  }
}
