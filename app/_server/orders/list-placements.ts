import { requireActor, type Verb } from '@/app/_server/auth/context'
import { type Intake, selectIntakes } from '@/db/queries/orders/orders'
import type { PlacementsQuery } from '@/temporal/contract/schemas/order-request'
import type { PlacementResponse } from '@/temporal/contract/schemas/order-response'
import { deriveOrderId } from '../platform/derive-case-id'

const toPlacement = (intake: Intake): PlacementResponse => ({
  idempotencyKey: intake.idempotencyKey,
  orderId: intake.orderId,
  placedAt: new Date(intake.createdAt).toISOString(),
  importedFrom: intake.importedFrom,
  email: intake.email,
  items: intake.items,
  shippingAddress: intake.shippingAddress,
  paymentToken: intake.paymentToken,
  purchasedAt: intake.purchasedAt,
})

/** What the caller placed under `keys`. The ids follow from caller and key, so nobody reads orders of others. */
export const listPlacements: Verb<PlacementsQuery, PlacementResponse[]> = async (ctx, { keys }) => {
  const { principal } = requireActor(ctx)
  const intakes = await selectIntakes(
    ctx.runtime.db,
    keys.map((key) => deriveOrderId(principal, key)),
  )
  return intakes.map(toPlacement)
}
