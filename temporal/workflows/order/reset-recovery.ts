/** After a reset, asks the services what the run before did, and records it: its effects outlive the reset. */

import { condition, patched, workflowInfo } from '@temporalio/workflow'
import type { OrderEffects } from '../../contract/activities'
import type { OrderView } from '../../contract/orders/order'
import { recovery } from '../shared/activity-proxies'
import type { Compensations } from './compensations'
import type { OrderCase } from './order-case'

const toPayment = ({ status, amountCents }: OrderEffects['payment']): OrderView['payment'] => {
  if (status === 'charged') return { status, chargedCents: amountCents, refundedCents: 0 }
  if (status === 'refunded') return { status, chargedCents: amountCents, refundedCents: amountCents }
  return { status: status === 'voided' ? status : 'none', chargedCents: 0, refundedCents: 0 }
}

/** The part of the effects that this run has not done again meanwhile. */
const toChange = ({ view }: OrderCase, effects: OrderEffects): Partial<OrderView> => ({
  ...(view.stock === 'none' && effects.stock !== 'none' ? { stock: effects.stock } : {}),
  ...(view.payment.status === 'none' && toPayment(effects.payment).status !== 'none'
    ? { payment: toPayment(effects.payment) }
    : {}),
  ...(view.shipment === null && effects.shipment
    ? { shipment: { ...effects.shipment, shippedAt: null, deliveredAt: null } }
    : {}),
})

const recordEffects = (order: OrderCase, effects: OrderEffects, isReset: boolean): void => {
  const change = toChange(order, effects)
  if (!isReset && Object.keys(change).length === 0) return
  const { payment = order.view.payment, stock = order.view.stock, shipment = order.view.shipment } = change
  order.applyChange(change, {
    code: 'effectsFound',
    params: {
      payment: payment.status,
      amount: order.formatMoney(payment.chargedCents),
      stock,
      shipmentId: shipment?.shipmentId ?? '',
    },
  })
}

/** Asks the services. @returns false where another run asked: this one has replayed the question and its answer */
const ask = async (order: OrderCase, compensations: Compensations, isReset: boolean): Promise<boolean> => {
  const { runId } = workflowInfo()
  const effects = await order.track(recovery.readEffects({ orderId: order.view.orderId, runId }))
  recordEffects(order, effects, isReset)
  // A run that continued another one and was reset to its first task asks as if it had not been reset.
  if (effects.stock === 'reserved') compensations.register('releaseStock')
  if (effects.payment.status === 'charged' || effects.payment.status === 'pending')
    compensations.register('refundPayment')
  if (effects.runId === runId) return true
  order.onReset()
  compensations.registerAll()
  return false
}

/**
 * Runs beside the flow of an order until it ends, since a reset can lead to any of its steps. A reset run replays the
 * history that it shares with the run before; `patched` is false there and true from the first task that is its own,
 * in every later replay too. A run that continued another one asks once as it starts, so that a reset of it is seen by
 * the answer, which names the run that asked.
 */
export const watchResets = async (order: OrderCase, compensations: Compensations): Promise<never> => {
  const { runId, firstExecutionRunId } = workflowInfo()
  for (let round = 1, isKnown = runId === firstExecutionRunId; !isKnown; round++) {
    await condition(() => patched(`ask-services-after-reset-${round}`))
    isKnown = await ask(order, compensations, round > 1 || !order.input.resume)
  }
  await condition(() => false)
  throw new Error('A condition that is never true was met')
}
