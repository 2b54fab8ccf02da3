import type { Verb } from '@/app/_server/http/context'
import type { CancelReply } from '@/temporal/contract/replies'
import type { CancelTracked } from '@/temporal/contract/schemas/order'
import { limiterOf } from '../http/guard'
import { LIMITS } from '../http/limits'
import { cancel } from '../orders/cancel'
import { findOrder } from '../orders/order-access'
import { trackedOrderId } from './track-order'

/** Cancels an order for whoever has its status link. The customer is named by name alone: no account was asked. */
export const cancelTracked: Verb<CancelTracked, CancelReply> = async (ctx, { token, reason = '' }) => {
  const orderId = trackedOrderId(ctx, token)
  await limiterOf(ctx.runtime).hit(`link:${orderId}`, LIMITS.link)
  const { view } = await findOrder(ctx, orderId)
  return cancel(ctx, { orderId, by: { name: view.customer.name }, reason, asker: 'status-link' })
}
