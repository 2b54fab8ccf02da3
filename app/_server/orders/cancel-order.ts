import type { Verb } from '@/app/_server/auth/context'
import { isGuest, toPerson } from '@/temporal/contract/auth/actor'
import type { CancelOrderResponse } from '@/temporal/contract/responses'
import type { CancelOrder } from '@/temporal/contract/schemas/order-request'
import { requireOrder } from './order-access'
import { requestCancel } from './request-cancel'

/** Cancels an order that was not shipped yet, for staff and for the customer who placed it. */
export const cancelOrder: Verb<CancelOrder, CancelOrderResponse & { orderId: string }> = async (
  ctx,
  input,
) => {
  const { orderId, reason = '' } = input
  const { actor, order } = await requireOrder(ctx, 'order.cancel', orderId)
  const by = isGuest(actor) ? order.view.customer : toPerson(actor)
  return { orderId, ...(await requestCancel(ctx, { orderId, by, reason, requestedBy: actor.principal })) }
}
