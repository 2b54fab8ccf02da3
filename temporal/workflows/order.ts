/** The order: one orchestrator over inventory, payment and shipping. Read this file to know what an order does. */

import { CancellationScope, condition } from '@temporalio/workflow'
import type { OrderInput, Outcome } from '../contract/order'
import type { OrderState } from '../contract/states'
import { now } from './announcer'
import { Compensations } from './compensation'
import { hearFromApproval, waitForApproval } from './order-approval'
import { OrderCase } from './order-case'
import { listen } from './order-messages'
import { charge } from './order-payment'
import { endIfCancelled, insistOn, OrderEnds, runStep } from './order-steps'
import { inventory, shipping } from './steps'

export interface OrderResult {
  state: OrderState
  outcome: Outcome | null
}

const quantities = (order: OrderCase) => order.view.lines.map(({ sku, quantity }) => ({ sku, quantity }))

const validate = async (order: OrderCase): Promise<void> => {
  order.moveTo('VALIDATING')
  const { lines, totalCents, currency, purchasedAt, rule } = await runStep(order, 'Checking the order', () =>
    inventory.validateOrder(order.input),
  )
  order.announce({ lines, totalCents, currency, purchasedAt, rule })
  order.announce(
    {},
    { code: 'orderValidated', params: { lines: lines.length, total: order.money(totalCents) } },
  )
}

const reserve = async (order: OrderCase, undo: Compensations): Promise<void> => {
  const { orderId } = order.view
  order.moveTo('RESERVING_STOCK')
  undo.register('releaseStock')
  await runStep(order, 'Reserving stock', () =>
    inventory.reserveInventory({ orderId, lines: quantities(order) }),
  )
  order.announce({ stock: 'reserved' }, { code: 'stockReserved', params: { lines: order.view.lines.length } })
}

/** From here on nobody can cancel: the mark is set before `createShipment` is scheduled. */
const ship = async (order: OrderCase): Promise<void> => {
  const { orderId } = order.view
  const shipment = { shipmentId: null, scheduledAt: now(), shippedAt: null, deliveredAt: null }
  order.announce({ shipment })
  const { shipmentId, expectedAt } = await insistOn(order, 'Creating the shipment', () =>
    shipping.createShipment({ orderId, lines: quantities(order) }),
  )
  order.announce(
    { shipment: { ...shipment, shipmentId, ...(expectedAt === undefined ? {} : { expectedAt }) } },
    { code: 'shipmentCreated', params: { shipmentId } },
  )
}

const followCarrier = async (order: OrderCase): Promise<void> => {
  await condition(() => order.isShipped)
  order.shipped()
  order.tell('orderShipped')
  await condition(() => order.isDelivered)
  order.delivered()
}

const fulfil = async (order: OrderCase, undo: Compensations): Promise<void> => {
  await validate(order)
  await reserve(order, undo)
  const { rule } = order.view
  if (rule) await waitForApproval(order, rule)
  endIfCancelled(order)
  await charge(order, undo)
  endIfCancelled(order)
  order.moveTo('CONFIRMED', { code: 'orderConfirmed' })
  order.tell('orderConfirmed', { total: order.money(order.view.totalCents) })
  await ship(order)
  await followCarrier(order)
  order.announce(
    { state: 'COMPLETED', outcome: { code: 'COMPLETED', reason: 'delivered' } },
    { code: 'orderCompleted' },
  )
}

/** The outcome is set first, so that nobody cancels what is being undone. */
const unwind = async (
  order: OrderCase,
  undo: Compensations,
  { state, outcome }: OrderEnds,
): Promise<void> => {
  order.announce({ outcome, attention: null })
  await undo.run()
  await hearFromApproval(order)
  const code = state === 'CANCELLED' ? 'orderCancelled' : 'orderFailed'
  order.moveTo(state, { code, params: { reason: outcome.reason } })
  order.tell(code, {
    reason: outcome.customerReason ?? '',
    refunded: order.money(order.view.payment.refundedCents),
  })
}

const run = async (order: OrderCase): Promise<void> => {
  const undo = new Compensations(order)
  try {
    await fulfil(order, undo)
  } catch (error) {
    if (!(error instanceof OrderEnds)) throw error
    await unwind(order, undo, error)
  }
  await order.settle()
}

/**
 * Runs one order from its intake to its end. Each ending is a named state with all money and stock where they belong.
 * Temporal's own Cancel means `cancelOrder`: the flow runs in a scope that nothing but a request interrupts.
 */
export async function orderWorkflow(input: OrderInput): Promise<OrderResult> {
  const order = new OrderCase(input)
  order.announce({}, { code: 'orderPlaced', sender: input.customer })
  listen(order)
  await CancellationScope.nonCancellable(() => Promise.race([run(order), order.announcer.keepUp()]))
  return { state: order.view.state, outcome: order.view.outcome }
}
