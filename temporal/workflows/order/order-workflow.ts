/** The order: orchestrates inventory, approval, payment and shipping, and compensates when it cannot complete. */

import { CancellationScope, condition } from '@temporalio/workflow'
import type { OrderInput, Outcome } from '../../contract/orders/order'
import type { OrderState } from '../../contract/states'
import { inventory, shipping } from '../shared/activity-proxies'
import { now } from '../shared/case-recorder'
import { Compensations } from './compensations'
import { awaitApproval, awaitApprovalClosed } from './order-approval'
import { OrderCase } from './order-case'
import { registerHandlers } from './order-handlers'
import { chargeOrder } from './order-payment'
import { OrderTerminated, runCancellable, runUncancellable, throwIfCancelled } from './run-step'

export interface OrderResult {
  state: OrderState
  outcome: Outcome | null
}

const toQuantities = (order: OrderCase) => order.view.lines.map(({ sku, quantity }) => ({ sku, quantity }))

const validate = async (order: OrderCase): Promise<void> => {
  order.transitionTo('VALIDATING')
  const { lines, totalCents, currency, purchasedAt, rule } = await runCancellable(
    order,
    'Checking the order',
    () => inventory.validateOrder(order.input),
  )
  order.applyChange({ lines, totalCents, currency, purchasedAt, rule })
  order.applyChange(
    {},
    { code: 'orderValidated', params: { lines: lines.length, total: order.formatMoney(totalCents) } },
  )
}

const reserve = async (order: OrderCase, compensations: Compensations): Promise<void> => {
  const { orderId } = order.view
  order.transitionTo('RESERVING_STOCK')
  compensations.register('releaseStock')
  await runCancellable(order, 'Reserving stock', () =>
    inventory.reserveInventory({ orderId, lines: toQuantities(order) }),
  )
  order.applyChange(
    { stock: 'reserved' },
    { code: 'stockReserved', params: { lines: order.view.lines.length } },
  )
}

/** The order cannot be cancelled from here on: `shipment` is set before `createShipment` is scheduled. */
const ship = async (order: OrderCase): Promise<void> => {
  const { orderId } = order.view
  const shipment = { shipmentId: null, scheduledAt: now(), shippedAt: null, deliveredAt: null }
  order.applyChange({ shipment })
  const { shipmentId, expectedAt } = await runUncancellable(order, 'Creating the shipment', () =>
    shipping.createShipment({ orderId, lines: toQuantities(order) }),
  )
  order.applyChange(
    { shipment: { ...shipment, shipmentId, ...(expectedAt === undefined ? {} : { expectedAt }) } },
    { code: 'shipmentCreated', params: { shipmentId } },
  )
}

const awaitDelivery = async (order: OrderCase): Promise<void> => {
  await condition(() => order.isShipped)
  order.recordShipped()
  order.notifyCustomer('orderShipped')
  await condition(() => order.isDelivered)
  order.recordDelivered()
}

const fulfil = async (order: OrderCase, compensations: Compensations): Promise<void> => {
  await validate(order)
  await reserve(order, compensations)
  const { rule } = order.view
  if (rule) await awaitApproval(order, rule)
  throwIfCancelled(order)
  await chargeOrder(order, compensations)
  throwIfCancelled(order)
  order.transitionTo('CONFIRMED', { code: 'orderConfirmed' })
  order.notifyCustomer('orderConfirmed', { total: order.formatMoney(order.view.totalCents) })
  await ship(order)
  await awaitDelivery(order)
  order.applyChange(
    { state: 'COMPLETED', outcome: { code: 'COMPLETED', reason: 'delivered' } },
    { code: 'orderCompleted' },
  )
}

/** Sets the outcome first, so that a cancellation cannot interrupt the compensations. */
const compensate = async (
  order: OrderCase,
  compensations: Compensations,
  { state, outcome }: OrderTerminated,
): Promise<void> => {
  order.applyChange({ outcome, attention: null })
  await compensations.run()
  await awaitApprovalClosed(order)
  const code = state === 'CANCELLED' ? 'orderCancelled' : 'orderFailed'
  order.transitionTo(state, { code, params: { reason: outcome.reason } })
  order.notifyCustomer(code, {
    reason: outcome.customerReason ?? '',
    refunded: order.formatMoney(order.view.payment.refundedCents),
  })
}

const run = async (order: OrderCase): Promise<void> => {
  const compensations = new Compensations(order)
  try {
    await fulfil(order, compensations)
  } catch (error) {
    if (!(error instanceof OrderTerminated)) throw error
    await compensate(order, compensations, error)
  }
  await order.drain()
}

/**
 * Runs one order from its intake to a terminal state in which money and stock are settled.
 * Temporal's Cancel means `cancelOrder`: the flow runs in a non-cancellable scope that only a cancel request ends.
 */
export async function orderWorkflow(input: OrderInput): Promise<OrderResult> {
  const order = new OrderCase(input)
  order.applyChange({}, { code: 'orderPlaced', sender: input.customer })
  registerHandlers(order)
  await CancellationScope.nonCancellable(() => Promise.race([run(order), order.recorder.runWriters()]))
  return { state: order.view.state, outcome: order.view.outcome }
}
