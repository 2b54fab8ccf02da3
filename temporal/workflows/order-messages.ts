/** What reaches a running order from outside: the query, the signals, the update, and Temporal's own Cancel. */

import {
  CancellationScope,
  condition,
  defineQuery,
  defineSignal,
  defineUpdate,
  setDefaultSignalHandler,
  setHandler,
} from '@temporalio/workflow'
import { QUERIES, SIGNALS, UPDATES } from '../contract/messages'
import { type CancelInput, type OrderView, orderCan } from '../contract/order'
import { isTerminal } from '../contract/states'
import { OUTSIDE } from '../contract/stream'
import { refuse } from './failures'
import type { OrderCase } from './order-case'
import { isPaymentCompleted, parseCancel, parseOrderStatus } from './signal-inputs'

const getOrderState = defineQuery<OrderView>(QUERIES.order)
const cancelSignal = defineSignal<[unknown]>(SIGNALS.cancelOrder)
const statusSignal = defineSignal<[unknown]>(SIGNALS.updateOrderStatus)
const paymentSignal = defineSignal<[unknown]>(SIGNALS.paymentCompleted)
const cancelUpdate = defineUpdate<OrderView, [CancelInput | undefined]>(UPDATES.cancelOrder)

/** How long the reply of a cancellation waits to tell that the order is closed. */
const CANCEL_REPLY_MS = 2_000

const refuseLateCancel = (order: OrderCase): void => {
  if (order.isCancelAsked || orderCan.cancel(order.view)) return
  throw refuse('TOO_LATE_TO_CANCEL', orderCan.whyNotCancel(order.view), { state: order.view.state })
}

const cancelByUpdate = async (order: OrderCase, input: CancelInput | undefined): Promise<OrderView> => {
  refuseLateCancel(order)
  const { by, reason } = parseCancel(input) ?? { by: OUTSIDE, reason: '' }
  order.askToCancel(by, reason)
  await condition(() => isTerminal(order.view.state), CANCEL_REPLY_MS)
  return order.view
}

/** Signal handlers never throw: what cannot be read becomes an entry of the stream. */
const listenToSignals = (order: OrderCase): void => {
  setHandler(cancelSignal, (input) => {
    const cancel = parseCancel(input)
    if (cancel) order.askToCancel(cancel.by, cancel.reason)
    else order.ignore(SIGNALS.cancelOrder, 'its input could not be read')
  })
  setHandler(statusSignal, (input) => {
    const event = parseOrderStatus(input)
    if (event) order.carrierReports(event)
    else order.ignore(SIGNALS.updateOrderStatus, 'it names no known status')
  })
  setHandler(paymentSignal, (input) => {
    if (isPaymentCompleted(input)) order.providerReports()
    else order.ignore(SIGNALS.paymentCompleted, 'it names no known status')
  })
  setDefaultSignalHandler((name) => order.ignore(String(name).slice(0, 100), 'no such signal'))
}

/** Wires everything up; call inside the workflow's root scope, whose cancellation means `cancelOrder`. */
export const listen = (order: OrderCase): void => {
  setHandler(getOrderState, () => order.view)
  setHandler(cancelUpdate, (input) => cancelByUpdate(order, input), {
    validator: (_input) => refuseLateCancel(order),
  })
  listenToSignals(order)
  CancellationScope.current().cancelRequested.catch(() => order.askToCancel(OUTSIDE, 'cancelled in Temporal'))
}
