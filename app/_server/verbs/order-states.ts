import { requireActor, type Verb } from '@/app/_server/http/context'
import { orderStates as findStates } from '@/db/queries/orders'
import type { OrderStatesQuery } from '@/temporal/contract/schemas/order'
import type { OrderState } from '@/temporal/contract/states'

/** States of many orders of the caller's own; others are left out. For importers, from the projection. */
export const orderStates: Verb<OrderStatesQuery, { orderId: string; state: OrderState }[]> = async (
  ctx,
  { ids },
) => findStates(ctx.runtime.db, requireActor(ctx).principal, ids)
