import { requireActor, type Verb } from '@/app/_server/auth/context'
import { selectPrincipals } from '@/db/queries/orders/customer-orders'
import { type Intake, selectIntakes } from '@/db/queries/orders/orders'
import { isGuest } from '@/temporal/contract/auth/actor'
import type { PlacementsQuery } from '@/temporal/contract/schemas/order-request'
import type { PlacementResponse } from '@/temporal/contract/schemas/order-response'
import { deriveOrderId } from '../platform/derive-case-id'

const toPlacement = (intake: Intake, principal: string): PlacementResponse => ({
  idempotencyKey: intake.idempotencyKey,
  orderId: intake.orderId,
  isSamePrincipal: intake.principal === principal,
  placedAt: new Date(intake.createdAt).toISOString(),
  importedFrom: intake.importedFrom,
  email: intake.email,
  items: intake.items,
  shippingAddress: intake.shippingAddress,
  paymentToken: intake.paymentToken,
  purchasedAt: intake.purchasedAt,
})

/**
 * What the caller's account placed under `keys`, with any of its tokens: an import goes on after its token was replaced.
 * The ids follow from account and key, so nobody reads orders of others.
 */
export const listPlacements: Verb<PlacementsQuery, PlacementResponse[]> = async (ctx, { keys }) => {
  const actor = requireActor(ctx)
  const { db } = ctx.runtime
  const principals = new Set([
    actor.principal,
    ...(isGuest(actor) ? [] : await selectPrincipals(db, actor.id)),
  ])
  const orderIds = [...principals].flatMap((principal) => keys.map((key) => deriveOrderId(principal, key)))
  return (await selectIntakes(db, orderIds)).map((intake) => toPlacement(intake, actor.principal))
}
