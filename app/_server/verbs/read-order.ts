import type { Verb } from '@/app/_server/http/context'
import { customerViewOf, type StaffOrder } from '@/temporal/contract/customer-order'
import { isStaff } from '@/temporal/contract/people'
import { demandOrder } from '../orders/order-access'

/** One order, for staff and for whoever placed it; the latter without what is meant for staff. */
export const readOrder: Verb<{ orderId: string }, StaffOrder> = async (ctx, { orderId }) => {
  const { actor, order } = await demandOrder(ctx, 'order.read', orderId)
  const { view, intake, source, asOf } = order
  const placedWith = intake ? { email: intake.email, shippingAddress: intake.shippingAddress } : {}
  return { ...(isStaff(actor) ? view : customerViewOf(view)), ...placedWith, source, asOf }
}
