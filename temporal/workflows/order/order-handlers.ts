/** The handlers of an order: its query, signals and update, and Temporal's Cancel. */

import {
  CancellationScope,
  condition,
  defineQuery,
  defineSignal,
  defineUpdate,
  setDefaultSignalHandler,
  setHandler,
} from '@temporalio/workflow'
import { EXTERNAL_SYSTEM } from '../../contract/cases/senders'
import { type CancelInput, type OrderView, orderCan, type RetryInput } from '../../contract/orders/order'
import { isTerminal } from '../../contract/states'
import { QUERIES, SIGNALS, UPDATES } from '../../contract/temporal-names'
import { updateFailure } from '../shared/failures'
import { toSignalLabel } from '../shared/signal-label'
import type { OrderCase } from './order-case'
import { isPaymentCompleted, parseCancel, parseOrderStatus, toSender } from './signal-inputs'

const getOrderState = defineQuery<OrderView>(QUERIES.order)
const cancelSignal = defineSignal<[unknown]>(SIGNALS.cancelOrder)
const statusSignal = defineSignal<[unknown]>(SIGNALS.updateOrderStatus)
const paymentSignal = defineSignal<[unknown]>(SIGNALS.paymentCompleted)
const cancelUpdate = defineUpdate<OrderView, [CancelInput | undefined]>(UPDATES.cancelOrder)

const retryUpdate = defineUpdate<OrderView, [RetryInput]>(UPDATES.retryNow)

/** Longest time that the reply of a cancellation waits for the order to close. */
const CANCEL_REPLY_TIMEOUT_MS = 2_000

const validateCancel = (order: OrderCase): void => {
  if (order.isCancelRequested || orderCan.cancel(order.view)) return
  throw updateFailure('TOO_LATE_TO_CANCEL', orderCan.cancelDenialReason(order.view), {
    state: order.view.state,
  })
}

const handleCancelUpdate = async (order: OrderCase, input: CancelInput | undefined): Promise<OrderView> => {
  validateCancel(order)
  const { by, reason } = parseCancel(input) ?? { by: EXTERNAL_SYSTEM, reason: '' }
  order.recorder.onUpdateHandled()
  order.requestCancel(by, reason)
  await condition(() => isTerminal(order.view.state), CANCEL_REPLY_TIMEOUT_MS)
  return order.view
}

const validateRetry = ({ view }: OrderCase): void => {
  if (isTerminal(view.state))
    throw updateFailure('CASE_CLOSED', 'This order is closed', { state: view.state })
  if (!orderCan.retry(view))
    throw updateFailure('NOT_PARKED', 'No step of this order waits for another attempt')
}

const handleRetry = (order: OrderCase, input: RetryInput): OrderView => {
  validateRetry(order)
  order.recorder.onUpdateHandled()
  order.requestRetry(toSender(input?.by))
  return { ...order.view, stream: [] }
}

/** Signal handlers never throw: a malformed signal becomes an entry of the stream. */
const registerSignalHandlers = (order: OrderCase): void => {
  setHandler(cancelSignal, (input) => {
    const cancel = parseCancel(input)
    if (cancel) order.requestCancel(cancel.by, cancel.reason)
    else order.recordIgnoredSignal(SIGNALS.cancelOrder, 'its input could not be read')
  })
  setHandler(statusSignal, (input) => {
    const event = parseOrderStatus(input)
    if (event) order.onCarrierEvent(event)
    else order.recordIgnoredSignal(SIGNALS.updateOrderStatus, 'it names no known status')
  })
  setHandler(paymentSignal, (input) => {
    if (isPaymentCompleted(input)) order.onPaymentEvent()
    else order.recordIgnoredSignal(SIGNALS.paymentCompleted, 'it names no known status')
  })
  setDefaultSignalHandler((name) => order.recordIgnoredSignal(toSignalLabel(name), 'no such signal'))
}

/** Registers all handlers. Call it in the workflow's root scope, whose cancellation means `cancelOrder`. */
export const registerHandlers = (order: OrderCase): void => {
  setHandler(getOrderState, () => order.view)
  setHandler(cancelUpdate, (input) => handleCancelUpdate(order, input), {
    validator: (_input) => validateCancel(order),
  })
  setHandler(retryUpdate, (input) => handleRetry(order, input), {
    validator: (_input) => validateRetry(order),
  })
  registerSignalHandlers(order)
  CancellationScope.current().cancelRequested.catch(() =>
    order.requestCancel(EXTERNAL_SYSTEM, 'cancelled in Temporal'),
  )
}
