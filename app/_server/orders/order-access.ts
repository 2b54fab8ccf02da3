/** Access to orders: for staff, and for the customer who placed one. */

import { type Intake, selectIntake } from '@/db/queries/orders/orders'
import type { Actor } from '@/temporal/contract/auth/actor'
import { can } from '@/temporal/contract/auth/permissions'
import { getCaseKind, isCaseId } from '@/temporal/contract/cases/case-ids'
import { AppError } from '@/temporal/contract/errors'
import type { OrderView } from '@/temporal/contract/orders/order'
import { type Context, requireActor } from '../auth/context'
import type { ViewRead } from '../live/case-reader'
import { live } from '../live/live'
import { isDatabaseDown } from '../platform/resilience/database-errors'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'

const INTAKE_TIMEOUT_MS = 1_000

/** An order with its intake: null while Postgres is down, or if the workflow was started by hand. */
export interface ReadOrder extends Omit<ViewRead, 'view'> {
  view: OrderView
  intake: Intake | null
}

/** The request that placed an order; null if there is none or Postgres is down. */
export const readIntake = async (runtime: Runtime, orderId: string): Promise<Intake | null> => {
  try {
    return await databaseBreaker(runtime).execute(() => selectIntake(runtime.db, orderId), INTAKE_TIMEOUT_MS)
  } catch (error) {
    if (isDatabaseDown(error)) return null
    throw error
  }
}

/** Reads an order without checking permissions. @throws AppError NOT_FOUND, also for the id of an approval */
export const findOrder = async (
  { runtime }: Pick<Context, 'runtime'>,
  orderId: string,
  minVersion?: number,
): Promise<ReadOrder> => {
  if (!isCaseId(orderId) || getCaseKind(orderId) !== 'order') throw new AppError('NOT_FOUND')
  const [intake, { view, ...read }] = await Promise.all([
    readIntake(runtime, orderId),
    live(runtime).reader.read(orderId, minVersion),
  ])
  if (view.kind !== 'order') throw new AppError('NOT_FOUND')
  return { ...read, view, intake }
}

/** While Postgres is down, the owner is known only for orders placed with an account. */
const getOwnerPrincipal = ({ intake, view }: ReadOrder): string | undefined =>
  intake?.principal ?? (view.customer.id === undefined ? undefined : `user:${view.customer.id}`)

/**
 * Reads an order that the caller may do `action` on.
 * @throws AppError UNAUTHENTICATED; NOT_FOUND both for an unknown order and for another customer's
 */
export const requireOrder = async (
  ctx: Context,
  action: 'order.read' | 'order.cancel',
  orderId: string,
): Promise<{ actor: Actor; order: ReadOrder }> => {
  const actor = requireActor(ctx)
  const order = await findOrder(ctx, orderId)
  if (!can(actor, action, { ownerPrincipal: getOwnerPrincipal(order) })) throw new AppError('NOT_FOUND')
  return { actor, order }
}
