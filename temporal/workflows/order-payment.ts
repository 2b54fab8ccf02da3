/** The part of an order where money moves. */

import { condition } from '@temporalio/workflow'
import type { ChargeResult } from '../contract/activities'
import type { Compensations } from './compensation'
import type { OrderCase } from './order-case'
import { endIfCancelled, runStep } from './order-steps'
import { payment } from './steps'

/** Asks the provider for the charge; under the same key it charges once and tells how that stands. */
const askProvider = (order: OrderCase): Promise<ChargeResult> => {
  const { orderId, totalCents, currency } = order.view
  let heard = order.providerNews
  const ask = () => {
    heard = order.providerNews
    return payment.processPayment({ orderId, amountCents: totalCents, currency })
  }
  return runStep(order, 'Charging', ask, () => order.providerNews > heard)
}

/** Until the provider is heard of. What the signal says about money is not believed: the provider is asked again. */
const waitForProvider = async (order: OrderCase, heard: number): Promise<void> => {
  if (order.view.payment.status !== 'pending') {
    order.announce({ payment: { ...order.view.payment, status: 'pending' } }, { code: 'paymentPending' })
  }
  await condition(() => order.providerNews > heard || order.isCancelAsked)
  endIfCancelled(order)
}

const untilCharged = async (order: OrderCase): Promise<void> => {
  for (;;) {
    const heard = order.providerNews
    const { status } = await askProvider(order)
    if (status === 'charged') return
    await waitForProvider(order, heard)
  }
}

/**
 * Charges the order once.
 * @throws OrderEnds when the charge is declined or the order was cancelled while it was in flight
 */
export const charge = async (order: OrderCase, undo: Compensations): Promise<void> => {
  const { totalCents } = order.view
  undo.register('refundPayment')
  order.announce(
    { state: 'PROCESSING_PAYMENT', payment: { ...order.view.payment, status: 'charging' } },
    { code: 'paymentStarted', params: { amount: order.money(totalCents) } },
  )
  await untilCharged(order)
  order.announce(
    { payment: { status: 'charged', chargedCents: totalCents, refundedCents: 0 } },
    {
      code: 'paymentCharged',
      params: { amount: order.money(totalCents), before: order.money(0), after: order.money(totalCents) },
    },
  )
}
