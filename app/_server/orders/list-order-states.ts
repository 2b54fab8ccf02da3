import { requireActor, type Verb } from '@/app/_server/auth/context'
import { selectOrderStates } from '@/db/queries/orders/orders'
import type { OrderStatesQuery } from '@/temporal/contract/schemas/order-request'
import type { OrderState } from '@/temporal/contract/states'

/** States of the caller's own orders among `ids`, from the projection. Importers poll it for many orders at once. */
export const listOrderStates: Verb<OrderStatesQuery, { orderId: string; state: OrderState }[]> = async (
  ctx,
  { ids },
) => selectOrderStates(ctx.runtime.db, requireActor(ctx).principal, ids)
