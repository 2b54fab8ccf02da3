import type { Verb } from '@/app/_server/auth/context'
import type { CancelOrderResponse } from '@/temporal/contract/responses'
import type { CancelTracked } from '@/temporal/contract/schemas/order-request'
import { getRateLimiter } from '../platform/http/rate-limiter'
import { RATE_LIMITS } from '../platform/http/rate-limits'
import { findOrder } from './order-access'
import { requestCancel } from './request-cancel'
import { requireTrackedOrderId } from './status-link'

/** Cancels an order for the holder of its status link. No account was checked, so the customer is recorded by name. */
export const cancelTrackedOrder: Verb<CancelTracked, CancelOrderResponse> = async (
  ctx,
  { token, reason = '' },
) => {
  const orderId = requireTrackedOrderId(ctx, token)
  await getRateLimiter(ctx.runtime).hit(`link:${orderId}`, RATE_LIMITS.link)
  const { view } = await findOrder(ctx, orderId)
  return requestCancel(ctx, { orderId, by: { name: view.customer.name }, reason, requestedBy: 'status-link' })
}
