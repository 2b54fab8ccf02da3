/** The payment step of an order. */

import { patched } from '@temporalio/workflow'
import type { ChargeResult } from '../../contract/activities'
import { isFree } from '../../contract/orders/order'
import { payment } from '../shared/activity-proxies'
import type { Compensations } from './compensations'
import { hasReached, waitForEvent } from './history-limit'
import type { OrderCase } from './order-case'
import { runCancellable, throwIfCancelled } from './run-step'

/** Requests the charge. Repeated under the same key, it charges once and returns the charge's present status. */
const processPayment = (order: OrderCase): Promise<ChargeResult> => {
  const { orderId, totalCents, currency } = order.view
  let seenEventCount = order.paymentEventCount
  const charge = () => {
    seenEventCount = order.paymentEventCount
    return payment.processPayment({ orderId, amountCents: totalCents, currency })
  }
  return runCancellable(order, 'Charging', charge, () => order.paymentEventCount > seenEventCount)
}

/** Waits for a payment event. A signal can be forged, so its status is ignored and the provider is queried again. */
const awaitPaymentEvent = async (order: OrderCase, seenEventCount: number): Promise<void> => {
  if (order.view.payment.status !== 'pending') {
    order.applyChange({ payment: { ...order.view.payment, status: 'pending' } }, { code: 'paymentPending' })
  }
  await waitForEvent(order, () => order.paymentEventCount > seenEventCount || order.isCancelRequested)
  throwIfCancelled(order)
}

const chargeUntilDone = async (order: OrderCase): Promise<void> => {
  for (;;) {
    const seenEventCount = order.paymentEventCount
    const { status } = await processPayment(order)
    if (status === 'charged') return
    await awaitPaymentEvent(order, seenEventCount)
  }
}

const startPayment = (order: OrderCase): void => {
  if (hasReached(order, 'PROCESSING_PAYMENT')) return
  order.applyChange(
    { state: 'PROCESSING_PAYMENT', payment: { ...order.view.payment, status: 'charging' } },
    { code: 'paymentStarted', params: { amount: order.formatMoney(order.view.totalCents) } },
  )
}

/**
 * Charges the order once. Nothing is charged, and no card asked, where nothing is owed.
 * @throws OrderTerminated when the charge is declined, or the order is cancelled while the charge is pending
 */
export const chargeOrder = async (order: OrderCase, compensations: Compensations): Promise<void> => {
  const { totalCents } = order.view
  if (isFree(order.view) && patched('nothing-to-pay')) {
    order.transitionTo('PROCESSING_PAYMENT', { code: 'nothingToPay' })
    return
  }
  compensations.register('refundPayment')
  startPayment(order)
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
