/** The caller's own orders. */

import type { z } from 'zod'
import { findPlaced, principalsOf } from '@/db/queries/placed-orders'
import { numberOf } from '@/temporal/contract/ids'
import { type Actor, isSignedIn } from '@/temporal/contract/people'
import type { ListMyOrders } from '@/temporal/contract/schemas/people'
import type { OwnOrder } from '@/temporal/contract/track'
import { type Context, requireActor } from '../http/context'
import { cutPage } from '../http/time-page'
import { statusUrlOf } from '../orders/track-links'
import { HEADLINES } from '../orders/tracked-order'
import type { Runtime } from '../runtime'

const ORDERS_ON_PAGE = 20

const principals = async ({ db }: Runtime, actor: Actor): Promise<string[]> =>
  isSignedIn(actor) ? principalsOf(db, actor.id) : [actor.principal]

/**
 * Orders of the caller, newest first: of their account and its tokens, or of this browser for a guest.
 * @throws Refusal UNAUTHENTICATED for a browser that never ordered
 */
export const listMyOrders = async (
  ctx: Context,
  { after }: z.output<typeof ListMyOrders>,
): Promise<{ items: OwnOrder[]; next: string | null }> => {
  const { runtime } = ctx
  const rows = await findPlaced(runtime.db, {
    principals: await principals(runtime, requireActor(ctx)),
    after,
    limit: ORDERS_ON_PAGE + 1,
  })
  const page = cutPage(rows, ORDERS_ON_PAGE, ({ orderId }) => orderId)
  const items = page.items.map((row) => ({
    number: numberOf(row.orderId),
    headline: HEADLINES[row.state ?? 'PENDING'],
    placedAt: row.purchasedAt ?? row.placedAt,
    totalCents: row.totalCents,
    currency: row.currency,
    pieces: row.items.reduce((sum, { quantity }) => sum + quantity, 0),
    statusPath: new URL(statusUrlOf(runtime, row.orderId, row.trackKeyId)).pathname,
  }))
  return { items, next: page.next }
}
