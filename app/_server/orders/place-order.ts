import { type Context, requirePermission, type Verb } from '@/app/_server/auth/context'
import { type Intake, insertIntake, selectIntake, selectOrder } from '@/db/queries/orders/orders'
import { selectProductsBySku } from '@/db/queries/orders/products'
import { can } from '@/temporal/contract/auth/permissions'
import { orderTitle } from '@/temporal/contract/cases/case'
import { toCaseNumber, toWorkflowId } from '@/temporal/contract/cases/case-ids'
import { AppError } from '@/temporal/contract/errors'
import { DEFAULT_CURRENCY } from '@/temporal/contract/money'
import { normalizeCountry } from '@/temporal/contract/orders/countries'
import { type Actor, isGuest, type Person } from '@/temporal/contract/people/people'
import type { PlaceOrderResponse } from '@/temporal/contract/responses'
import type { OrderRequest, Placement } from '@/temporal/contract/schemas/order'
import { INITIAL_STATES } from '@/temporal/contract/states'
import { canonicalHash } from '../platform/canonical-hash'
import { deriveOrderId } from '../platform/derive-case-id'
import { validationError } from '../platform/http/problem'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import { withMetrics } from '../platform/with-metrics'
import { toOrderPolicy } from './order-policy'
import { createSkuCache } from './sku-cache'
import { toStatusUrl, trackTokens } from './track-links'

export interface Placed {
  order: PlaceOrderResponse
  /** The key had placed this order before. */
  replayed: boolean
}

const DATABASE_MS = 5_000

type NewIntake = Omit<Intake, 'createdAt'>

/** A line total and a purchase date come from the file of an import, and from nowhere else. */
const checkOverrides = (actor: Actor, { items, purchasedAt }: OrderRequest): void => {
  const overrides = purchasedAt !== undefined || items.some((item) => item.lineTotalCents !== undefined)
  if (overrides && !can(actor, 'order.overridePrice'))
    throw new AppError('FORBIDDEN', 'Only an import may set line totals and purchase dates')
}

/** Refuses unknown products early. An order that was placed while they were sold keeps its answer. */
const checkProducts = async ({ runtime }: Context, actor: Actor, intake: NewIntake): Promise<void> => {
  const skus = runtime.shared('known-skus', () =>
    createSkuCache((asked) =>
      databaseBreaker(runtime).execute(() => selectProductsBySku(runtime.db, asked), DATABASE_MS),
    ),
  )
  const unknown = await skus.findUnknown(
    intake.items.map(({ sku }) => sku),
    can(actor, 'order.overridePrice'),
  )
  if (unknown.length === 0 || (await selectIntake(runtime.db, intake.orderId))) return
  throw validationError(unknown.map((sku) => ({ path: 'items', message: `There is no product ${sku}` })))
}

const toIntake = ({ runtime }: Context, actor: Actor, { idempotencyKey, order }: Placement): NewIntake => ({
  orderId: deriveOrderId(actor.principal, idempotencyKey),
  principal: actor.principal,
  idempotencyKey,
  bodyHash: canonicalHash(order),
  email: order.email,
  items: order.items,
  // One spelling of each country; the hash above is of the body as it was sent, so that its replays stay replays.
  shippingAddress: { ...order.shippingAddress, country: normalizeCountry(order.shippingAddress.country) },
  paymentToken: order.paymentToken,
  purchasedAt: order.purchasedAt ?? null,
  trackKeyId: trackTokens(runtime).currentKeyId,
})

/** Guests have no account, and the rows of an import are other people's purchases. */
const toCustomer = (actor: Actor, name: string): Person =>
  isGuest(actor) || can(actor, 'order.overridePrice') ? { name } : { id: actor.id, name }

const start = ({ runtime }: Context, actor: Actor, { orderId, bodyHash, shippingAddress }: NewIntake) => {
  const customer = toCustomer(actor, shippingAddress.name)
  const number = toCaseNumber(orderId)
  const memo = {
    title: orderTitle(number),
    number,
    submitter: customer.name,
    currency: DEFAULT_CURRENCY,
    requestHash: bodyHash,
  }
  return runtime.gateway.startOrder({ orderId, customer, policy: toOrderPolicy(runtime.env) }, memo)
}

const place: Verb<Placement, Placed> = async (ctx, placement) => {
  const actor = requirePermission(ctx, 'order.place')
  checkOverrides(actor, placement.order)
  const intake = toIntake(ctx, actor, placement)
  await checkProducts(ctx, actor, intake)
  const { orderId } = intake
  const existing = await databaseBreaker(ctx.runtime).execute(
    () => insertIntake(ctx.runtime.db, intake),
    DATABASE_MS,
  )
  if (existing !== 'inserted' && existing.bodyHash !== intake.bodyHash)
    throw new AppError('IDEMPOTENCY_KEY_REUSED')
  // A row outlives its workflow, which Temporal forgets after the retention.
  const isKnown = existing !== 'inserted' && (await selectOrder(ctx.runtime.db, orderId)) !== null
  const replayed = isKnown || (await start(ctx, actor, intake)) === 'exists'
  const { trackKeyId } = existing === 'inserted' ? intake : existing
  return {
    replayed,
    order: {
      orderId,
      workflowId: toWorkflowId(orderId),
      state: INITIAL_STATES.order,
      statusUrl: toStatusUrl(ctx.runtime, orderId, trackKeyId),
    },
  }
}

/**
 * Places an order, once for each principal and key. What Temporal should not hold is kept first; an intake whose
 * workflow did not start is harmless, and the retry with its key finds it.
 */
export const placeOrder = withMetrics(
  place,
  (metrics, outcome) => metrics.workflowStart('order', outcome),
  ({ replayed }) => (replayed ? 'replayed' : 'started'),
)
