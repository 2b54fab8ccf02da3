/** The part of an order where money moves. */

import { condition } from '@temporalio/workflow'
import type { ChargeResult } from '../contract/activities'
import type { Compensations } from './compensation'
import type { OrderCase } from './order-case'
import { endIfCancelled, OrderEnds, runStep } from './order-steps'
import { payment } from './steps'

/** The provider's answer, whichever way it comes: from the call or as the signal `paymentCompleted`. */
const callOrSignal = (order: OrderCase): Promise<ChargeResult | null> => {
  const { orderId, totalCents, currency } = order.view
  return Promise.race([
    payment.processPayment({ orderId, amountCents: totalCents, currency }),
    condition(() => order.lateAnswer !== null).then(() => null),
  ])
}

const waitForProvider = async (order: OrderCase): Promise<void> => {
  order.announce({ payment: { ...order.view.payment, status: 'pending' } }, { code: 'paymentPending' })
  await condition(() => order.lateAnswer !== null || order.isCancelAsked)
  endIfCancelled(order)
}

const endIfDeclined = (order: OrderCase): void => {
  if (order.lateAnswer?.status !== 'declined') return
  const reason = order.lateAnswer.reason ?? 'the provider declined the charge'
  throw new OrderEnds('FAILED', { code: 'PAYMENT_DECLINED', reason })
}

/**
 * Charges the order once.
 * @throws OrderEnds when the charge is declined or the order was cancelled while it was in flight
 */
export const charge = async (order: OrderCase, undo: Compensations): Promise<void> => {
  undo.register('refundPayment')
  order.announce(
    { state: 'PROCESSING_PAYMENT', payment: { ...order.view.payment, status: 'charging' } },
    { code: 'paymentStarted', params: { amount: order.money(order.view.totalCents) } },
  )
  const hasAnswer = () => order.lateAnswer !== null
  const answer = await runStep(order, 'Charging', () => callOrSignal(order), hasAnswer)
  if (answer?.status === 'pending' && !hasAnswer()) await waitForProvider(order)
  endIfDeclined(order)
  const { totalCents } = order.view
  order.announce(
    { payment: { status: 'charged', chargedCents: totalCents, refundedCents: 0 } },
    { code: 'paymentCharged', params: { amount: order.money(totalCents) } },
  )
}
