import type { z } from 'zod'
import { selectOrdersByPrincipals, selectPrincipals } from '@/db/queries/orders/customer-orders'
import { type Actor, isSignedIn } from '@/temporal/contract/auth/actor'
import { toCaseNumber } from '@/temporal/contract/cases/case-ids'
import type { OwnOrder } from '@/temporal/contract/orders/order-tracking'
import type { ListMyOrders } from '@/temporal/contract/schemas/people-request'
import { INITIAL_STATES } from '@/temporal/contract/states'
import { requireActor, type Verb } from '../auth/context'
import { toKeysetPage } from '../platform/keyset-page'
import type { Runtime } from '../platform/runtime'
import { toStatusUrl } from './status-link'
import { HEADLINES } from './to-tracked-order'

const PAGE_SIZE = 20

const findPrincipals = async ({ db }: Runtime, actor: Actor): Promise<string[]> =>
  isSignedIn(actor) ? selectPrincipals(db, actor.id) : [actor.principal]

/**
 * Orders of the caller, newest first: those of the account and its tokens, or of a guest's cookie.
 * @throws AppError UNAUTHENTICATED without a session, token or guest cookie
 */
export const listMyOrders: Verb<
  z.output<typeof ListMyOrders>,
  { items: OwnOrder[]; next: string | null }
> = async (ctx, { after }) => {
  const { runtime } = ctx
  const rows = await selectOrdersByPrincipals(runtime.db, {
    principals: await findPrincipals(runtime, requireActor(ctx)),
    after,
    limit: PAGE_SIZE + 1,
  })
  const page = toKeysetPage(rows, PAGE_SIZE, ({ orderId }) => orderId)
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
