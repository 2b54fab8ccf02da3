/** The caller's own orders. */

import type { z } from 'zod'
import { selectOrdersByPrincipals, selectPrincipals } from '@/db/queries/orders/customer-orders'
import { toCaseNumber } from '@/temporal/contract/cases/case-ids'
import type { OwnOrder } from '@/temporal/contract/orders/order-tracking'
import { type Actor, isSignedIn } from '@/temporal/contract/people/people'
import type { ListMyOrders } from '@/temporal/contract/schemas/people'
import { INITIAL_STATES } from '@/temporal/contract/states'
import { type Context, requireActor } from '../auth/context'
import { toKeysetPage } from '../platform/keyset-page'
import type { Runtime } from '../platform/runtime'
import { toStatusUrl } from './track-links'
import { HEADLINES } from './tracked-order'

const ORDERS_ON_PAGE = 20

const principals = async ({ db }: Runtime, actor: Actor): Promise<string[]> =>
  isSignedIn(actor) ? selectPrincipals(db, actor.id) : [actor.principal]

/**
 * Orders of the caller, newest first: of their account and its tokens, or of this browser for a guest.
 * @throws AppError UNAUTHENTICATED for a browser that never ordered
 */
export const listMyOrders = async (
  ctx: Context,
  { after }: z.output<typeof ListMyOrders>,
): Promise<{ items: OwnOrder[]; next: string | null }> => {
  const { runtime } = ctx
  const rows = await selectOrdersByPrincipals(runtime.db, {
    principals: await principals(runtime, requireActor(ctx)),
    after,
    limit: ORDERS_ON_PAGE + 1,
  })
  const page = toKeysetPage(rows, ORDERS_ON_PAGE, ({ orderId }) => orderId)
  const items = page.items.map((row) => ({
    number: toCaseNumber(row.orderId),
    headline: HEADLINES[row.state ?? INITIAL_STATES.order],
    placedAt: row.purchasedAt ?? row.placedAt,
    totalCents: row.totalCents,
    currency: row.currency,
    pieces: row.items.reduce((sum, { quantity }) => sum + quantity, 0),
    statusPath: new URL(toStatusUrl(runtime, row.orderId, row.trackKeyId)).pathname,
  }))
  return { items, next: page.next }
}
