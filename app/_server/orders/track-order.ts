import type { Context, Verb } from '@/app/_server/auth/context'
import { selectCaseVersions } from '@/db/queries/cases/cases'
import type { TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { isTerminal } from '@/temporal/contract/states'
import { live } from '../live/live'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import { limitStatusReads } from './limit-status-reads'
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

const VERSION_TIMEOUT_MS = 1_000

/**
 * `GET /track/<token>/version`: the version of the order behind the link as it is stored, 0 before its first one is;
 * for status pages without an event stream, which ask every few seconds.
 * @throws AppError NOT_FOUND, RATE_LIMITED; an error of Postgres while it is down
 */
export const readTrackedVersion = async (
  ctx: Context,
  { token }: { token: string },
  headers: Headers,
): Promise<{ version: number }> => {
  const orderId = requireTrackedOrderId(ctx, token)
  await limitStatusReads(ctx, orderId, headers)
  const { runtime } = ctx
  const versions = await databaseBreaker(runtime).execute(
    () => selectCaseVersions(runtime.db, [orderId]),
    VERSION_TIMEOUT_MS,
  )
  return { version: versions.get(orderId) ?? 0 }
}
