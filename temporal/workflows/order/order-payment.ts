/** The part of an order where money moves. */

import { condition } from '@temporalio/workflow'
import type { ChargeResult } from '../../contract/activities'
import { payment } from '../shared/activity-proxies'
import type { Compensations } from './compensations'
import type { OrderCase } from './order-case'
import { runCancellable, throwIfCancelled } from './run-step'

/** Asks the provider for the charge; under the same key it charges once and tells how that stands. */
const processPayment = (order: OrderCase): Promise<ChargeResult> => {
  const { orderId, totalCents, currency } = order.view
  let heard = order.paymentEventCount
  const ask = () => {
    heard = order.paymentEventCount
    return payment.processPayment({ orderId, amountCents: totalCents, currency })
  }
  return runCancellable(order, 'Charging', ask, () => order.paymentEventCount > heard)
}

/** Until the provider is heard of. What the signal says about money is not believed: the provider is asked again. */
const awaitPaymentEvent = async (order: OrderCase, heard: number): Promise<void> => {
  if (order.view.payment.status !== 'pending') {
    order.applyChange({ payment: { ...order.view.payment, status: 'pending' } }, { code: 'paymentPending' })
  }
  await condition(() => order.paymentEventCount > heard || order.isCancelRequested)
  throwIfCancelled(order)
}

const chargeUntilDone = async (order: OrderCase): Promise<void> => {
  for (;;) {
    const heard = order.paymentEventCount
    const { status } = await processPayment(order)
    if (status === 'charged') return
    await awaitPaymentEvent(order, heard)
  }
}

/**
 * Charges the order once.
 * @throws OrderTerminated when the charge is declined or the order was cancelled while it was in flight
 */
export const chargeOrder = async (order: OrderCase, undo: Compensations): Promise<void> => {
  const { totalCents } = order.view
  undo.register('refundPayment')
  order.applyChange(
    { state: 'PROCESSING_PAYMENT', payment: { ...order.view.payment, status: 'charging' } },
    { code: 'paymentStarted', params: { amount: order.formatMoney(totalCents) } },
  )
  await chargeUntilDone(order)
  order.applyChange(
    { payment: { status: 'charged', chargedCents: totalCents, refundedCents: 0 } },
    {
      code: 'paymentCharged',
      params: {
        amount: order.formatMoney(totalCents),
        before: order.formatMoney(0),
        after: order.formatMoney(totalCents),
      },
    },
  )
}
