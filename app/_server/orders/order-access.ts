/** Who may see an order: staff, and whoever placed it. */

import { findIntake, type Intake } from '@/db/queries/orders'
import { can } from '@/temporal/contract/can'
import { Refusal } from '@/temporal/contract/errors'
import { isCaseId, kindOf } from '@/temporal/contract/ids'
import type { OrderView } from '@/temporal/contract/order'
import type { Actor } from '@/temporal/contract/people'
import type { ViewRead } from '../cases/case-reader'
import { type Context, requireActor } from '../http/context'
import { isDatabaseDown } from '../http/database-errors'
import { live } from '../live/live'
import { databaseRest } from '../resting'
import type { Runtime } from '../runtime'

const INTAKE_MS = 1_000

/** An order with what it was placed with; null where Postgres cannot be reached or the order was started by hand. */
export interface ReadOrder extends Omit<ViewRead, 'view'> {
  view: OrderView
  intake: Intake | null
}

/** The intake, null where there is none, undefined where Postgres is away. */
const intakeOf = async (runtime: Runtime, orderId: string): Promise<Intake | null | undefined> => {
  try {
    return await databaseRest(runtime).ask(() => findIntake(runtime.db, orderId), INTAKE_MS)
  } catch (error) {
    if (isDatabaseDown(error)) return undefined
    throw error
  }
}

/** @throws Refusal NOT_FOUND for what is no order, too */
export const findOrder = async (
  { runtime }: Pick<Context, 'runtime'>,
  orderId: string,
  minVersion?: number,
): Promise<ReadOrder> => {
  if (!isCaseId(orderId) || kindOf(orderId) !== 'order') throw new Refusal('NOT_FOUND')
  const [intake, { view, ...read }] = await Promise.all([
    intakeOf(runtime, orderId),
    live(runtime).reader.read(orderId, minVersion),
  ])
  if (view.kind !== 'order') throw new Refusal('NOT_FOUND')
  return { ...read, view, intake: intake ?? null }
}

/** While Postgres is away an order knows its customer by the account alone. */
const ownerOf = ({ intake, view }: ReadOrder): string | undefined =>
  intake?.principal ?? (view.customer.id === undefined ? undefined : `user:${view.customer.id}`)

/**
 * An order that the caller may do `action` to.
 * @throws Refusal UNAUTHENTICATED; NOT_FOUND for an unknown one and for another's alike
 */
export const demandOrder = async (
  ctx: Context,
  action: 'order.read' | 'order.cancel',
  orderId: string,
): Promise<{ actor: Actor; order: ReadOrder }> => {
  const actor = requireActor(ctx)
  const order = await findOrder(ctx, orderId)
  if (!can(actor, action, { ownerPrincipal: ownerOf(order) })) throw new Refusal('NOT_FOUND')
  return { actor, order }
}
