import type { Verb } from '@/app/_server/auth/context'
import { isStaff } from '@/temporal/contract/auth/actor'
import { type OrderResponse, toCustomerView } from '@/temporal/contract/orders/order-response'
import { requireOrder } from './order-access'

/** One order, for staff and for whoever placed it; the latter without what is meant for staff. */
export const readOrder: Verb<{ orderId: string }, OrderResponse> = async (ctx, { orderId }) => {
  const { actor, order } = await requireOrder(ctx, 'order.read', orderId)
  const { view, intake, source, asOf } = order
  const placedWith = intake ? { email: intake.email, shippingAddress: intake.shippingAddress } : {}
  return { ...(isStaff(actor) ? view : toCustomerView(view)), ...placedWith, source, asOf }
}
