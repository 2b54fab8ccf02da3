import type { Context, Verb } from '@/app/_server/http/context'
import { Refusal } from '@/temporal/contract/errors'
import { isTerminal } from '@/temporal/contract/states'
import type { TrackedOrder } from '@/temporal/contract/track'
import { live } from '../live/live'
import { findOrder } from '../orders/order-access'
import { trackTokens } from '../orders/track-links'
import { trackedOrderOf } from '../orders/tracked-order'

/**
 * Order id behind the token of a status link.
 * @throws Refusal NOT_FOUND, the same for a forged token as for an order that never was
 */
export const trackedOrderId = ({ runtime }: Pick<Context, 'runtime'>, token: string): string => {
  const orderId = trackTokens(runtime).verify(token)
  if (orderId === null) throw new Refusal('NOT_FOUND')
  return orderId
}

/** What the status page shows to whoever has the link. */
export const trackOrder: Verb<{ token: string; minVersion?: number }, TrackedOrder> = async (ctx, input) => {
  const { token, minVersion } = input
  const { view, intake, source, asOf } = await findOrder(ctx, trackedOrderId(ctx, token), minVersion)
  const isLive = source === 'workflow' || isTerminal(view.state)
  // Only for when it is to be done: while Temporal is away the order's own copy is all there is.
  const approval = isLive ? await live(ctx.runtime).reader.openApproval(view) : null
  return trackedOrderOf(view, { address: intake?.shippingAddress ?? null, approval, isLive, asOf })
}
