import type { Verb } from '@/app/_server/auth/context'
import type { TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { isTerminal } from '@/temporal/contract/states'
import { live } from '../live/live'
import { findOrder } from './order-access'
import { requireTrackedOrderId } from './status-link'
import { toTrackedOrder } from './to-tracked-order'

/** An order as the status page shows it to the holder of its link. */
export const trackOrder: Verb<{ token: string; minVersion?: number }, TrackedOrder> = async (ctx, input) => {
  const { token, minVersion } = input
  const { view, intake, source, asOf } = await findOrder(ctx, requireTrackedOrderId(ctx, token), minVersion)
  const isLive = source === 'workflow' || isTerminal(view.state)
  // The approval supplies only its due time; while Temporal is down it is skipped.
  const approval = isLive ? await live(ctx.runtime).reader.openApproval(view) : null
  return toTrackedOrder(view, { address: intake?.shippingAddress ?? null, approval, isLive, asOf })
}
