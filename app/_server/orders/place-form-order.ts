import { selectIntake } from '@/db/queries/orders/orders'
import { normalizeAddress } from '@/temporal/contract/addresses/normalize-address'
import type { Placement } from '@/temporal/contract/schemas/order-request'
import { type Context, requirePermission } from '../auth/context'
import { deriveOrderId } from '../platform/derive-case-id'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import { type Placed, placeOrder } from './place-order'
import { findSameOrder, type RecentOrder } from './recent-orders'

const DATABASE_TIMEOUT_MS = 5_000

export type FormOutcome =
  | { kind: 'placed'; placed: Placed }
  /** The same was ordered a moment ago, and nothing was placed. */
  | { kind: 'repeated'; order: RecentOrder }

/**
 * Places the order of a form, or asks first where the caller ordered the same a moment ago. Clients of the API are not
 * asked: they have a key for each order.
 * @param confirmed numbers of orders that the customer was asked about, and wants another one of
 */
export const placeFormOrder = async (
  ctx: Context,
  placement: Placement,
  confirmed: readonly string[],
): Promise<FormOutcome> => {
  const { items, shippingAddress } = placement.order
  const same = await findSameOrder(ctx, {
    idempotencyKey: placement.idempotencyKey,
    items,
    shippingAddress: normalizeAddress(shippingAddress),
  })
  if (same && !confirmed.includes(same.number)) return { kind: 'repeated', order: same }
  return { kind: 'placed', placed: await placeOrder(ctx, placement) }
}

/** Whether the caller's order of this key is stored, so that placing it again is answered and takes no more stock. */
export const isOrderStored = async (ctx: Context, { idempotencyKey }: Placement): Promise<boolean> => {
  const { principal } = requirePermission(ctx, 'order.place')
  const { runtime } = ctx
  const orderId = deriveOrderId(principal, idempotencyKey)
  const read = () => selectIntake(runtime.db, orderId)
  return (await databaseBreaker(runtime).execute(read, DATABASE_TIMEOUT_MS)) !== null
}
