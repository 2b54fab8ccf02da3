/** Who may see an order: staff, and whoever placed it. */

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

const INTAKE_MS = 1_000

/** An order with what it was placed with; null where Postgres cannot be reached or the order was started by hand. */
export interface ReadOrder extends Omit<ViewRead, 'view'> {
  view: OrderView
  intake: Intake | null
}

/** The intake, null where there is none, undefined where Postgres is away. */
const readIntake = async (runtime: Runtime, orderId: string): Promise<Intake | null | undefined> => {
  try {
    return await databaseBreaker(runtime).execute(() => selectIntake(runtime.db, orderId), INTAKE_MS)
  } catch (error) {
    if (isDatabaseDown(error)) return undefined
    throw error
  }
}

/** @throws AppError NOT_FOUND for what is no order, too */
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
  return { ...read, view, intake: intake ?? null }
}

/** While Postgres is away an order knows its customer by the account alone. */
const getOwnerPrincipal = ({ intake, view }: ReadOrder): string | undefined =>
  intake?.principal ?? (view.customer.id === undefined ? undefined : `user:${view.customer.id}`)

/**
 * An order that the caller may do `action` to.
 * @throws AppError UNAUTHENTICATED; NOT_FOUND for an unknown one and for another's alike
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
