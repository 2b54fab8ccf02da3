import type { Verb } from '@/app/_server/auth/context'
import type { TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { isTerminal } from '@/temporal/contract/states'
import { live } from '../live/live'
import { findOrder } from './order-access'
import { requireTrackedOrderId } from './track-links'
import { toTrackedOrder } from './tracked-order'

/** What the status page shows to whoever has the link. */
export const trackOrder: Verb<{ token: string; minVersion?: number }, TrackedOrder> = async (ctx, input) => {
  const { token, minVersion } = input
  const { view, intake, source, asOf } = await findOrder(ctx, requireTrackedOrderId(ctx, token), minVersion)
  const isLive = source === 'workflow' || isTerminal(view.state)
  // Only for when it is to be done: while Temporal is away the order's own copy is all there is.
  const approval = isLive ? await live(ctx.runtime).reader.openApproval(view) : null
  return toTrackedOrder(view, { address: intake?.shippingAddress ?? null, approval, isLive, asOf })
}
