/** Cancelling an order, whoever asks. */

import { Refusal } from '@/temporal/contract/errors'
import { UPDATES } from '@/temporal/contract/messages'
import { type CancelInput, type OrderView, orderCan } from '@/temporal/contract/order'
import type { Person } from '@/temporal/contract/people'
import { type CancelReply, PENDING_STATUS } from '@/temporal/contract/replies'
import { isTerminal } from '@/temporal/contract/states'
import { sendUpdate } from '../cases/send-update'
import type { Context } from '../http/context'
import { live } from '../live/live'

export interface Cancellation {
  orderId: string
  by: Person
  reason: string
  /** Who asks, once: a repeated request of the same asker is the same request. */
  asker: string
}

const isCancelled = ({ cancelRequest, outcome, state }: OrderView): boolean =>
  outcome ? outcome.code === 'CANCELLED_BY_REQUEST' : cancelRequest !== null && !isTerminal(state)

const reply = (view: OrderView): CancelReply => {
  if (!isCancelled(view))
    throw new Refusal('TOO_LATE_TO_CANCEL', orderCan.whyNotCancel(view), { state: view.state })
  const message = isTerminal(view.state) ? 'The order is cancelled' : 'The order is being cancelled'
  return { status: view.state, message, version: view.version }
}

/**
 * Asks the order to end. An order that was cancelled before answers as the first time.
 * @throws Refusal TOO_LATE_TO_CANCEL, saying why
 */
export const cancel = async (
  ctx: Context,
  { orderId, by, reason, asker }: Cancellation,
): Promise<CancelReply> => {
  const input: CancelInput = { by, reason }
  const updateId = `${UPDATES.cancelOrder}:${asker}`
  const outcome = await sendUpdate(ctx, { caseId: orderId, name: UPDATES.cancelOrder, input, updateId })
  if (outcome.kind === 'pending')
    return { status: PENDING_STATUS, message: 'The order has not answered yet; ask again', version: null }
  const { view } = outcome.kind === 'done' ? outcome : await live(ctx.runtime).reader.readNow(orderId)
  if (view.kind !== 'order') throw new Refusal('NOT_FOUND')
  return reply(view)
}
