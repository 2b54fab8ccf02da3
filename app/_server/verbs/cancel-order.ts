import type { Verb } from '@/app/_server/http/context'
import { isGuest, personOf } from '@/temporal/contract/people'
import type { CancelReply } from '@/temporal/contract/replies'
import type { CancelOrder } from '@/temporal/contract/schemas/order'
import { cancel } from '../orders/cancel'
import { demandOrder } from '../orders/order-access'

/** Cancels an order, for staff and for whoever placed it, until its shipment is under way. */
export const cancelOrder: Verb<CancelOrder, CancelReply & { orderId: string }> = async (ctx, input) => {
  const { orderId, reason = '' } = input
  const { actor, order } = await demandOrder(ctx, 'order.cancel', orderId)
  const by = isGuest(actor) ? order.view.customer : personOf(actor)
  return { orderId, ...(await cancel(ctx, { orderId, by, reason, asker: actor.principal })) }
}
