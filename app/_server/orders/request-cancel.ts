import type { Person } from '@/temporal/contract/auth/actor'
import { AppError } from '@/temporal/contract/errors'
import { type CancelInput, type OrderView, orderCan } from '@/temporal/contract/orders/order'
import { type CancelOrderResponse, PENDING_STATUS } from '@/temporal/contract/responses'
import { isTerminal } from '@/temporal/contract/states'
import { UPDATES } from '@/temporal/contract/temporal-names'
import type { Context } from '../auth/context'
import { live } from '../live/live'
import { updateCase } from '../live/update-case'

export interface Cancellation {
  orderId: string
  by: Person
  reason: string
  /** Principal, or `status-link`. Part of the update id, so that a repeated request is deduplicated. */
  requestedBy: string
}

const isCancelled = ({ cancelRequest, outcome, state }: OrderView): boolean =>
  outcome ? outcome.code === 'CANCELLED_BY_REQUEST' : cancelRequest !== null && !isTerminal(state)

const toResponse = (view: OrderView): CancelOrderResponse => {
  if (!isCancelled(view))
    throw new AppError('TOO_LATE_TO_CANCEL', orderCan.cancelDenialReason(view), { state: view.state })
  const message = isTerminal(view.state) ? 'The order is cancelled' : 'The order is being cancelled'
  return { status: view.state, message, version: view.version }
}

/**
 * Sends the update that cancels an order. A repeated request returns the same result as the first.
 * @throws AppError TOO_LATE_TO_CANCEL, with the reason
 */
export const requestCancel = async (
  ctx: Context,
  { orderId, by, reason, requestedBy }: Cancellation,
): Promise<CancelOrderResponse> => {
  const input: CancelInput = { by, reason }
  const updateId = `${UPDATES.cancelOrder}:${requestedBy}`
  const outcome = await updateCase(ctx, { caseId: orderId, name: UPDATES.cancelOrder, input, updateId })
  if (outcome.kind === 'pending')
    return { status: PENDING_STATUS, message: 'The order has not answered yet; ask again', version: null }
  const { view } = outcome.kind === 'done' ? outcome : await live(ctx.runtime).reader.readFresh(orderId)
  if (view.kind !== 'order') throw new AppError('NOT_FOUND')
  return toResponse(view)
}
