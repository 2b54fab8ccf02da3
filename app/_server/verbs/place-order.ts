import { type Context, demand, type Verb } from '@/app/_server/http/context'
import { findProducts } from '@/db/queries/catalogue'
import { findIntake, findOrder, type Intake, insertIntake } from '@/db/queries/orders'
import { can } from '@/temporal/contract/can'
import { orderTitle } from '@/temporal/contract/case'
import { normalCountry } from '@/temporal/contract/countries'
import { Refusal } from '@/temporal/contract/errors'
import { numberOf, workflowIdOf } from '@/temporal/contract/ids'
import { DEFAULT_CURRENCY } from '@/temporal/contract/money'
import { type Actor, isGuest, type Person } from '@/temporal/contract/people'
import type { PlacedOrder } from '@/temporal/contract/replies'
import type { OrderRequest, Placement } from '@/temporal/contract/schemas/order'
import { counted } from '../counted'
import { invalid } from '../http/problem'
import { canonicalHash } from '../orders/canonical-hash'
import { createKnownSkus } from '../orders/known-skus'
import { orderIdOf } from '../orders/order-id'
import { orderPolicyOf } from '../orders/policy'
import { statusUrlOf, trackTokens } from '../orders/track-links'
import { databaseRest } from '../resting'

export interface Placed {
  order: PlacedOrder
  /** The key had placed this order before. */
  replayed: boolean
}

const DATABASE_MS = 5_000

type NewIntake = Omit<Intake, 'createdAt'>

/** A line total and a purchase date come from the file of an import, and from nowhere else. */
const checkOverrides = (actor: Actor, { items, purchasedAt }: OrderRequest): void => {
  const overrides = purchasedAt !== undefined || items.some((item) => item.lineTotalCents !== undefined)
  if (overrides && !can(actor, 'order.overridePrice'))
    throw new Refusal('FORBIDDEN', 'Only an import may set line totals and purchase dates')
}

/** Refuses unknown products early. An order that was placed while they were sold keeps its answer. */
const checkProducts = async ({ runtime }: Context, actor: Actor, intake: NewIntake): Promise<void> => {
  const skus = runtime.shared('known-skus', () =>
    createKnownSkus((asked) => databaseRest(runtime).ask(() => findProducts(runtime.db, asked), DATABASE_MS)),
  )
  const unknown = await skus.unknown(
    intake.items.map(({ sku }) => sku),
    can(actor, 'order.overridePrice'),
  )
  if (unknown.length === 0 || (await findIntake(runtime.db, intake.orderId))) return
  throw invalid(unknown.map((sku) => ({ path: 'items', message: `There is no product ${sku}` })))
}

const intakeOf = ({ runtime }: Context, actor: Actor, { idempotencyKey, order }: Placement): NewIntake => ({
  orderId: orderIdOf(actor.principal, idempotencyKey),
  principal: actor.principal,
  idempotencyKey,
  bodyHash: canonicalHash(order),
  email: order.email,
  items: order.items,
  // One spelling of each country; the hash above is of the body as it was sent, so that its replays stay replays.
  shippingAddress: { ...order.shippingAddress, country: normalCountry(order.shippingAddress.country) },
  paymentToken: order.paymentToken,
  purchasedAt: order.purchasedAt ?? null,
  trackKeyId: trackTokens(runtime).currentKeyId,
})

/** Guests have no account, and the rows of an import are other people's purchases. */
const customerOf = (actor: Actor, name: string): Person =>
  isGuest(actor) || can(actor, 'order.overridePrice') ? { name } : { id: actor.id, name }

const start = ({ runtime }: Context, actor: Actor, { orderId, bodyHash, shippingAddress }: NewIntake) => {
  const customer = customerOf(actor, shippingAddress.name)
  const number = numberOf(orderId)
  const memo = {
    title: orderTitle(number),
    number,
    submitter: customer.name,
    currency: DEFAULT_CURRENCY,
    requestHash: bodyHash,
  }
  return runtime.gateway.startOrder({ orderId, customer, policy: orderPolicyOf(runtime.env) }, memo)
}

const place: Verb<Placement, Placed> = async (ctx, placement) => {
  const actor = demand(ctx, 'order.place')
  checkOverrides(actor, placement.order)
  const intake = intakeOf(ctx, actor, placement)
  await checkProducts(ctx, actor, intake)
  const { orderId } = intake
  const existing = await databaseRest(ctx.runtime).ask(
    () => insertIntake(ctx.runtime.db, intake),
    DATABASE_MS,
  )
  if (existing !== 'inserted' && existing.bodyHash !== intake.bodyHash)
    throw new Refusal('IDEMPOTENCY_KEY_REUSED')
  // A row outlives its workflow, which Temporal forgets after the retention.
  const isKnown = existing !== 'inserted' && (await findOrder(ctx.runtime.db, orderId)) !== null
  const replayed = isKnown || (await start(ctx, actor, intake)) === 'exists'
  const { trackKeyId } = existing === 'inserted' ? intake : existing
  return {
    replayed,
    order: {
      orderId,
      workflowId: workflowIdOf(orderId),
      state: 'PENDING',
      statusUrl: statusUrlOf(ctx.runtime, orderId, trackKeyId),
    },
  }
}

/**
 * Places an order, once for each principal and key. What Temporal should not hold is kept first; an intake whose
 * workflow did not start is harmless, and the retry with its key finds it.
 */
export const placeOrder = counted(
  place,
  (metrics, outcome) => metrics.workflowStart('order', outcome),
  ({ replayed }) => (replayed ? 'replayed' : 'started'),
)
