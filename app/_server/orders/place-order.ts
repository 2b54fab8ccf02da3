import { type Context, requirePermission, type Verb } from '@/app/_server/auth/context'
import { type Intake, insertIntake, selectIntake, selectOrder } from '@/db/queries/orders/orders'
import { selectProductsBySku } from '@/db/queries/orders/products'
import { startOrderWorkflow } from '@/temporal/client/start-case'
import { type Actor, isGuest, type Person } from '@/temporal/contract/auth/actor'
import { can } from '@/temporal/contract/auth/permissions'
import { orderTitle } from '@/temporal/contract/cases/case'
import { toCaseNumber, toWorkflowId } from '@/temporal/contract/cases/case-ids'
import { AppError } from '@/temporal/contract/errors'
import { DEFAULT_CURRENCY } from '@/temporal/contract/money'
import type { PlaceOrderResponse } from '@/temporal/contract/responses'
import type { OrderRequest, Placement } from '@/temporal/contract/schemas/order-request'
import { INITIAL_STATES } from '@/temporal/contract/states'
import { deriveOrderId } from '../platform/derive-case-id'
import { validationError } from '../platform/http/problem'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import { withMetrics } from '../platform/with-metrics'
import { toAddressWarnings } from './address-warnings'
import { hashOrder, isSameOrder } from './order-hash'
import { createSkuCache, type SkuCache } from './sku-cache'
import { toStatusUrl, trackTokens } from './status-link'
import { toOrderPolicy } from './to-order-policy'

export interface Placed {
  order: PlaceOrderResponse
  /** An earlier request with the same idempotency key placed this order. */
  replayed: boolean
}

const DATABASE_TIMEOUT_MS = 5_000

type NewIntake = Omit<Intake, 'createdAt'>

/** Only imports of past orders may set line totals and purchase dates. */
const checkOverrides = (actor: Actor, { items, purchasedAt, importedFrom }: OrderRequest): void => {
  const overrides =
    purchasedAt !== undefined ||
    importedFrom !== undefined ||
    items.some(({ lineTotalCents, standIn }) => lineTotalCents !== undefined || standIn !== undefined)
  if (overrides && !can(actor, 'order.overridePrice'))
    throw new AppError(
      'FORBIDDEN',
      'Only an import may set line totals, purchase dates and stand-in products',
    )
}

const skuCache = (runtime: Context['runtime']): SkuCache =>
  runtime.shared('sku-cache', () =>
    createSkuCache((skus) =>
      databaseBreaker(runtime).execute(() => selectProductsBySku(runtime.db, skus), DATABASE_TIMEOUT_MS),
    ),
  )

/** Refuses unknown products, except in a replay of an order placed while they were sold. */
const checkProducts = async ({ runtime }: Context, actor: Actor, intake: NewIntake): Promise<void> => {
  const unknown = await skuCache(runtime).findUnknown(
    intake.items.map(({ sku, standIn }) => standIn?.sku ?? sku),
    can(actor, 'order.overridePrice'),
  )
  if (unknown.length === 0 || (await selectIntake(runtime.db, intake.orderId))) return
  throw validationError(unknown.map((sku) => ({ path: 'items', message: `There is no product ${sku}` })))
}

const toIntake = (
  { runtime }: Context,
  actor: Actor,
  { idempotencyKey, order: { importedFrom, ...order } }: Placement,
): NewIntake => ({
  orderId: deriveOrderId(actor.principal, idempotencyKey),
  principal: actor.principal,
  idempotencyKey,
  bodyHash: hashOrder(order),
  email: order.email,
  items: order.items,
  shippingAddress: order.shippingAddress,
  paymentToken: order.paymentToken,
  purchasedAt: order.purchasedAt ?? null,
  importedFrom: importedFrom ?? null,
  trackKeyId: trackTokens(runtime).currentKeyId,
})

/** Guests have no account, and the account of an import is not the customer. */
const toCustomer = (actor: Actor, name: string): Person =>
  isGuest(actor) || can(actor, 'order.overridePrice') ? { name } : { id: actor.id, name }

const start = (
  { runtime }: Context,
  actor: Actor,
  { orderId, bodyHash, items, shippingAddress }: NewIntake,
) => {
  const customer = toCustomer(actor, shippingAddress.name)
  const number = toCaseNumber(orderId)
  const memo = {
    title: orderTitle(number),
    number,
    submitter: customer.name,
    // Temporal's lists show the amount with it; the workflow refuses an order in two currencies.
    currency: skuCache(runtime).getCurrency(items[0]?.sku ?? '') ?? DEFAULT_CURRENCY,
    requestHash: bodyHash,
  }
  return startOrderWorkflow(runtime.temporal, { orderId, customer, policy: toOrderPolicy(runtime.env) }, memo)
}

const place: Verb<Placement, Placed> = async (ctx, placement) => {
  const actor = requirePermission(ctx, 'order.place')
  checkOverrides(actor, placement.order)
  const intake = toIntake(ctx, actor, placement)
  await checkProducts(ctx, actor, intake)
  const { orderId } = intake
  const existing = await databaseBreaker(ctx.runtime).execute(
    () => insertIntake(ctx.runtime.db, intake),
    DATABASE_TIMEOUT_MS,
  )
  if (existing !== 'inserted' && !isSameOrder(existing, intake)) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  // After Temporal's retention only the projection still holds the order.
  const isProjected = existing !== 'inserted' && (await selectOrder(ctx.runtime.db, orderId)) !== null
  const replayed = isProjected || (await start(ctx, actor, intake)) === 'exists'
  const { trackKeyId } = existing === 'inserted' ? intake : existing
  const warnings = toAddressWarnings(intake.shippingAddress)
  return {
    replayed,
    order: {
      orderId,
      workflowId: toWorkflowId(orderId),
      state: INITIAL_STATES.order,
      statusUrl: toStatusUrl(ctx.runtime, orderId, trackKeyId),
      ...(warnings && { warnings }),
    },
  }
}

/**
 * Places an order, once for each principal and idempotency key. The intake row is written first, because personal data
 * does not go to Temporal. If the workflow then fails to start, a retry with the same key finds the row and starts it.
 */
export const placeOrder = withMetrics(
  place,
  (metrics, outcome) => metrics.workflowStart('order', outcome),
  ({ replayed }) => (replayed ? 'replayed' : 'started'),
)
