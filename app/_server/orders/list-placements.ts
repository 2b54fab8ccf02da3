import { requireActor, type Verb } from '@/app/_server/auth/context'
import type { Executor } from '@/db/client'
import { selectPrincipals } from '@/db/queries/orders/customer-orders'
import { type Intake, selectIntakes, selectIntakesInFiles } from '@/db/queries/orders/orders'
import { type Actor, isGuest } from '@/temporal/contract/auth/actor'
import type { PlacementsQuery } from '@/temporal/contract/schemas/order-request'
import type { PlacementResponse } from '@/temporal/contract/schemas/order-response'
import { deriveOrderId } from '../platform/derive-case-id'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'

const DATABASE_TIMEOUT_MS = 5_000

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

/** Intakes under the keys, and under the keys with the hash of a file. */
const readIntakes = async (db: Executor, actor: Actor, keys: readonly string[]): Promise<Intake[]> => {
  const owned = isGuest(actor) ? [] : await selectPrincipals(db, actor.id)
  const principals = [...new Set([actor.principal, ...owned])]
  const orderIds = principals.flatMap((principal) => keys.map((key) => deriveOrderId(principal, key)))
  const [exact, inFiles] = await Promise.all([
    selectIntakes(db, orderIds),
    selectIntakesInFiles(db, principals, keys),
  ])
  return [...new Map([...exact, ...inFiles].map((intake) => [intake.orderId, intake])).values()]
}

/**
 * What the caller's account placed under `keys`, with any of its tokens: an import goes on after its token was replaced.
 * Under `KEY-HASH` an import places a row of the file HASH that equals the row KEY of another file; it is told with KEY.
 * Only orders of the account's principals are read, so nobody reads orders of others.
 */
export const listPlacements: Verb<PlacementsQuery, PlacementResponse[]> = async (ctx, { keys }) => {
  const actor = requireActor(ctx)
  const { runtime } = ctx
  const intakes = await databaseBreaker(runtime).execute(
    () => readIntakes(runtime.db, actor, keys),
    DATABASE_TIMEOUT_MS,
  )
  return intakes.map((intake) => toPlacement(intake, actor.principal))
}
