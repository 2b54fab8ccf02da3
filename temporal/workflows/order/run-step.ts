/** Runs the steps of an order: retries them, parks them during an outage, and interrupts them on cancellation. */

import { CancellationScope, condition } from '@temporalio/workflow'
import { backoffMs } from '../../contract/backoff'
import type { Outcome } from '../../contract/orders/order'
import { getBusinessFailure, toFailureMessage } from '../shared/failures'
import { waitFor } from './history-limit'
import type { OrderCase } from './order-case'

/** Thrown to end the order; the steps that were done are compensated. */
export class OrderTerminated extends Error {
  override readonly name = 'OrderTerminated'
  constructor(
    readonly state: 'CANCELLED' | 'FAILED',
    readonly outcome: Outcome,
  ) {
    super(outcome.reason)
  }
}

/** Cancellation wins: call it after every await, before the charge and before the shipment. */
export const throwIfCancelled = (order: OrderCase): void => {
  const request = order.view.cancelRequest
  if (request)
    throw new OrderTerminated('CANCELLED', {
      code: 'CANCELLED_BY_REQUEST',
      reason: request.reason || 'as asked',
    })
}

/** Waits until `retryAt`, or until somebody asks for the next attempt. @throws HistoryFull */
const waitToRetry = (order: OrderCase, retryAt: string, wake: () => boolean): Promise<void> => {
  order.isWaitingToRetry = true
  const isWoken = () => wake() || !order.isWaitingToRetry
  return waitFor(order, isWoken, Math.max(Date.parse(retryAt) - Date.now(), 1))
}

const toRetryAt = (order: OrderCase, tries: number): string => {
  const { parkFirstMs, parkMaxMs } = order.input.policy
  const delayMs = backoffMs(tries - 1, { firstMs: parkFirstMs, maxMs: parkMaxMs })
  return new Date(Date.now() + delayMs).toISOString()
}

/**
 * Retries `step` until it succeeds. Only a typed business refusal ends the order; any other failure is an outage,
 * which parks the step and is retried without limit.
 * @param wake ends the delay of a parked step early
 * @throws OrderTerminated, HistoryFull
 */
const retryUntilDone = async <T>(
  order: OrderCase,
  name: string,
  step: () => Promise<T>,
  wake: () => boolean,
): Promise<T> => {
  const parked = order.takeParkedStep(name)
  if (parked?.retryAt) await waitToRetry(order, parked.retryAt, wake)
  for (let tries = 1 + (parked?.attempts ?? 0); ; tries++) {
    order.isWaitingToRetry = false
    try {
      const result = await step()
      order.clearAttention(name)
      return result
    } catch (error) {
      if (error instanceof OrderTerminated) throw error
      const refusal = getBusinessFailure(error)
      if (refusal) throw new OrderTerminated('FAILED', refusal)
      const retryAt = toRetryAt(order, tries)
      order.markNeedsAttention(name, toFailureMessage(error), retryAt)
      await waitToRetry(order, retryAt, wake)
    }
  }
}

/** Abandons `step` when a cancellation is requested. Its compensation undoes what the step may still do. */
const abortOnCancel = async <T>(order: OrderCase, step: () => Promise<T>): Promise<T> => {
  throwIfCancelled(order)
  const scope = new CancellationScope()
  const work = scope.run(step)
  const failed = work.catch(() => undefined) // after a cancellation its failure has no reader
  await Promise.race([failed, condition(() => order.isCancelRequested)])
  if (order.isCancelRequested) scope.cancel()
  throwIfCancelled(order)
  return work
}

/**
 * Runs a step that a cancellation of the order interrupts.
 * @throws OrderTerminated after a business refusal or a cancellation
 */
export const runCancellable = <T>(
  order: OrderCase,
  name: string,
  step: () => Promise<T>,
  wake: () => boolean = () => false,
): Promise<T> =>
  retryUntilDone(
    order,
    name,
    () => abortOnCancel(order, step),
    () => order.isCancelRequested || wake(),
  )

/**
 * Runs a step that must not be interrupted, such as a shipment that may have left, or a compensation.
 * @throws OrderTerminated after a business refusal
 */
export const runUncancellable = <T>(order: OrderCase, name: string, step: () => Promise<T>): Promise<T> =>
  retryUntilDone(order, name, step, () => false)
