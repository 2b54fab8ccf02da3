/** The order: orchestrates inventory, approval, payment and shipping, and compensates when it cannot complete. */

import { CancellationScope, continueAsNew } from '@temporalio/workflow'
import type { OrderEnding, OrderInput, OrderResume, Outcome } from '../../contract/orders/order'
import type { OrderState } from '../../contract/states'
import { inventory, shipping } from '../shared/activity-proxies'
import { now } from '../shared/case-recorder'
import { Compensations } from './compensations'
import { HistoryFull, hasReached, waitForEvent } from './history-limit'
import { awaitApproval, awaitApprovalClosed } from './order-approval'
import { OrderCase } from './order-case'
import { registerHandlers } from './order-handlers'
import { chargeOrder } from './order-payment'
import { watchResets } from './reset-recovery'
import { OrderTerminated, runCancellable, runUncancellable, throwIfCancelled } from './run-step'

export interface OrderResult {
  state: OrderState
  outcome: Outcome | null
}

const toQuantities = (order: OrderCase) => order.view.lines.map(({ sku, quantity }) => ({ sku, quantity }))

const isReservedByEarlierRun = (order: OrderCase): boolean =>
  hasReached(order, 'RESERVING_STOCK') && order.view.stock === 'reserved'

const isShippedByEarlierRun = (order: OrderCase): boolean =>
  order.input.resume !== undefined && Boolean(order.view.shipment?.shipmentId)

const validate = async (order: OrderCase): Promise<void> => {
  order.transitionTo('VALIDATING')
  const { lines, totalCents, currency, purchasedAt, rule } = await runCancellable(
    order,
    'Checking the order',
    () => inventory.validateOrder(order.placement),
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
  const shipment = order.view.shipment ?? {
    shipmentId: null,
    scheduledAt: now(),
    shippedAt: null,
    deliveredAt: null,
  }
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
  if (!hasReached(order, 'SHIPPED')) {
    await waitForEvent(order, () => order.isShipped)
    order.recordShipped()
    order.notifyCustomer('orderShipped')
  }
  await waitForEvent(order, () => order.isDelivered)
  order.recordDelivered()
}

const confirm = (order: OrderCase): void => {
  order.transitionTo('CONFIRMED', { code: 'orderConfirmed' })
  order.notifyCustomer('orderConfirmed', { total: order.formatMoney(order.view.totalCents) })
}

/** Steps that the run before a continue-as-new has finished are left out. */
const fulfil = async (order: OrderCase, compensations: Compensations): Promise<void> => {
  if (!hasReached(order, 'RESERVING_STOCK')) await validate(order)
  if (!isReservedByEarlierRun(order)) await reserve(order, compensations)
  const { rule } = order.view
  if (rule && !hasReached(order, 'PROCESSING_PAYMENT')) await awaitApproval(order, rule)
  throwIfCancelled(order)
  if (!hasReached(order, 'CONFIRMED')) {
    await chargeOrder(order, compensations)
    throwIfCancelled(order)
    confirm(order)
  }
  if (!isShippedByEarlierRun(order)) await ship(order)
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
  ending: OrderEnding,
): Promise<void> => {
  const { state, outcome } = ending
  if (order.ending === null) order.applyChange({ outcome, attention: null })
  order.ending = { state, outcome }
  await compensations.run()
  await awaitApprovalClosed(order)
  const code = state === 'CANCELLED' ? 'orderCancelled' : 'orderFailed'
  order.transitionTo(state, { code, params: { reason: outcome.reason } })
  order.notifyCustomer(code, {
    reason: outcome.customerReason ?? '',
    refunded: order.formatMoney(order.view.payment.refundedCents),
  })
}

/** The next run goes on with the step that waits. Temporal keeps the search attributes and the memo. */
const continueOrder = (order: OrderCase, { pending }: Compensations): Promise<never> => {
  const { input, view, recorder, progress } = order
  const resume: OrderResume = { view, written: recorder.cursor, compensations: pending, ...progress }
  return continueAsNew<typeof orderWorkflow>({ ...input, resume })
}

const fulfilOrCompensate = async (order: OrderCase, compensations: Compensations): Promise<void> => {
  if (order.ending) return compensate(order, compensations, order.ending)
  try {
    await fulfil(order, compensations)
  } catch (error) {
    if (!(error instanceof OrderTerminated)) throw error
    await compensate(order, compensations, error)
  }
}

const run = async (order: OrderCase, compensations: Compensations): Promise<void> => {
  try {
    await fulfilOrCompensate(order, compensations)
  } catch (error) {
    if (!(error instanceof HistoryFull)) throw error
    await continueOrder(order, compensations)
  }
  await order.drain()
}

/**
 * Runs one order from its intake to a terminal state in which money and stock are settled.
 * Temporal's Cancel means `cancelOrder`: the flow runs in a non-cancellable scope that only a cancel request ends.
 */
export async function orderWorkflow(input: OrderInput): Promise<OrderResult> {
  const order = new OrderCase(input)
  const compensations = new Compensations(order)
  if (!input.resume) order.applyChange({}, { code: 'orderPlaced', sender: input.customer })
  registerHandlers(order)
  await CancellationScope.nonCancellable(() =>
    Promise.race([run(order, compensations), order.recorder.runWriters(), watchResets(order, compensations)]),
  )
  return { state: order.view.state, outcome: order.view.outcome }
}
