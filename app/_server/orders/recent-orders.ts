/** What the caller ordered a moment ago: shown on the order form, and asked about before the same is ordered again. */

import { type RecentIntake, selectRecentIntakes } from '@/db/queries/orders/customer-orders'
import { toCaseNumber } from '@/temporal/contract/cases/case-ids'
import type { Address } from '@/temporal/contract/orders/order'
import { isTerminal, type OrderState } from '@/temporal/contract/states'
import { foldText } from '@/temporal/contract/text/fold-text'
import { readGuest } from '../auth/authenticate'
import type { Context } from '../auth/context'
import { canonicalHash } from '../platform/canonical-hash'
import { toAppError } from '../platform/http/problem'
import { isDatabaseDown } from '../platform/resilience/database-errors'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import { readFormId } from './form-key'
import { findOrder } from './order-access'
import { toStatusUrl } from './status-link'

/** Who orders the same again after this long means it. */
const RECENT_MS = 10 * 60_000
const MAX_ORDERS = 20
const DATABASE_TIMEOUT_MS = 1_000

export interface RecentOrder {
  /** Short number for people. */
  number: string
  idempotencyKey: string
  /** The form of our shop that placed it, or null. */
  formId: string | null
  statusPath: string
  /** ISO 8601, UTC. */
  placedAt: string
}

/** What an order is compared by: neither the e-mail address nor the card makes it another order. */
interface Wish {
  items: readonly { sku: string; quantity: number }[]
  shippingAddress: Address
}

const toFingerprint = ({ items, shippingAddress }: Wish): string =>
  canonicalHash({
    items: items.map(({ sku, quantity }) => `${sku} ${quantity}`).sort(),
    address: Object.fromEntries(
      Object.entries(shippingAddress).map(([part, text]) => [part, text && foldText(text)]),
    ),
  })

/** The caller, and the guest of the same browser: somebody may have signed in between two orders. */
const findPrincipals = ({ actor, runtime, http }: Context): string[] => {
  const guest = http ? readGuest(runtime, http.request) : null
  return [...new Set([actor, guest].flatMap((known) => (known ? [known.principal] : [])))]
}

const readRecent = async (
  { runtime, now }: Context,
  principals: readonly string[],
): Promise<RecentIntake[]> => {
  if (principals.length === 0) return []
  const since = new Date(now.getTime() - RECENT_MS).toISOString()
  return databaseBreaker(runtime).execute(
    () => selectRecentIntakes(runtime.db, { principals: [...principals], since, limit: MAX_ORDERS }),
    DATABASE_TIMEOUT_MS,
  )
}

/** False for an order that failed or was cancelled: its customer orders again, and is right. */
const stands = (state: OrderState): boolean => !isTerminal(state) || state === 'COMPLETED'

/** `null`: the request started no workflow, so that nothing was ordered. `unknown`: it cannot be read now. */
type StateRead = OrderState | 'unknown' | null

/** The state of an order, from its workflow. */
const readState = async (ctx: Context, orderId: string): Promise<StateRead> => {
  try {
    return (await findOrder(ctx, orderId)).view.state
  } catch (error) {
    const { code } = toAppError(error)
    if (code === 'INTERNAL') throw error
    return code === 'NOT_FOUND' ? null : 'unknown'
  }
}

const toRecentOrder = ({ runtime }: Context, intake: RecentIntake): RecentOrder => ({
  number: toCaseNumber(intake.orderId),
  idempotencyKey: intake.idempotencyKey,
  formId: readFormId(intake.idempotencyKey),
  statusPath: new URL(toStatusUrl(runtime, intake.orderId, intake.trackKeyId)).pathname,
  placedAt: intake.placedAt,
})

/** The first of `intakes` that was placed and neither failed nor was cancelled. @param ifUnknown the answer for those that cannot be read */
const findStanding = async (
  ctx: Context,
  intakes: readonly RecentIntake[],
  toState: (intake: RecentIntake) => StateRead | Promise<StateRead>,
  ifUnknown: boolean,
): Promise<RecentOrder | null> => {
  for (const intake of intakes) {
    const state = await toState(intake)
    const isPlaced = state === 'unknown' ? ifUnknown : state !== null && stands(state)
    if (isPlaced) return toRecentOrder(ctx, intake)
  }
  return null
}

/**
 * The order that the caller placed last, within ten minutes; null while Postgres is down. Orders of others are never
 * found.
 */
export const findRecentOrder = async (ctx: Context): Promise<RecentOrder | null> => {
  try {
    // The projection is enough for a note, and does not wait for a Temporal that is down.
    return await findStanding(
      ctx,
      // Without the guest of the browser: that may have been somebody else.
      await readRecent(ctx, ctx.actor ? [ctx.actor.principal] : []),
      ({ state, orderId }) => state ?? readState(ctx, orderId),
      false,
    )
  } catch (error) {
    if (isDatabaseDown(error)) return null
    throw error
  }
}

/**
 * An order of the caller for the same things to the same address within ten minutes, under another key than this one.
 * Orders of others are never found.
 */
export const findSameOrder = async (
  ctx: Context,
  { idempotencyKey, ...wish }: Wish & { idempotencyKey: string },
): Promise<RecentOrder | null> => {
  const wanted = toFingerprint(wish)
  const recent = await readRecent(ctx, findPrincipals(ctx))
  // The same key is the same order: it is answered, not asked about.
  if (recent.some((intake) => intake.idempotencyKey === idempotencyKey)) return null
  return findStanding(
    ctx,
    recent.filter((intake) => toFingerprint(intake) === wanted),
    ({ orderId }) => readState(ctx, orderId),
    // Better one question too many than a second order.
    true,
  )
}
