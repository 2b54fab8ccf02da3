import type { Verb } from '@/app/_server/auth/context'
import { isStaff } from '@/temporal/contract/auth/actor'
import { renderEntry } from '@/temporal/contract/cases/activity-stream'
import { type OrderResponse, toCustomerView } from '@/temporal/contract/orders/order-response'
import { requireOrder } from './order-access'

/** Reads one order, for staff and for the customer who placed it; customers do not see fields for staff. */
export const readOrder: Verb<{ orderId: string }, OrderResponse> = async (ctx, { orderId }) => {
  const { actor, order } = await requireOrder(ctx, 'order.read', orderId)
  const { view, intake, source, asOf } = order
  const contact = intake ? { email: intake.email, shippingAddress: intake.shippingAddress } : {}
  const shown = isStaff(actor) ? view : toCustomerView(view)
  return { ...shown, stream: shown.stream.map(renderEntry), ...contact, source, asOf }
}
