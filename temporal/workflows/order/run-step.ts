/** How a step of an order runs: retried, parked when a dependency is away, interrupted when a person cancels. */

import { CancellationScope, condition } from '@temporalio/workflow'
import type { Outcome } from '../../contract/orders/order'
import { getBusinessFailure, toFailureMessage } from '../shared/failures'
import type { OrderCase } from './order-case'

/** Thrown to leave the flow: the order ends, and what was done is undone. */
export class OrderTerminated extends Error {
  override readonly name = 'OrderTerminated'
  constructor(
    readonly state: 'CANCELLED' | 'FAILED',
    readonly outcome: Outcome,
  ) {
    super(outcome.reason)
  }
}

/** Cancel wins: read after every await, before the charge and before the shipment. */
export const throwIfCancelled = (order: OrderCase): void => {
  const request = order.view.cancelRequest
  if (request)
    throw new OrderTerminated('CANCELLED', {
      code: 'CANCELLED_BY_REQUEST',
      reason: request.reason || 'as asked',
    })
}

const waitToRetry = async (order: OrderCase, tries: number, wake: () => boolean): Promise<void> => {
  const { parkFirstMs, parkMaxMs } = order.input.policy
  await condition(wake, Math.min(parkFirstMs * 2 ** (tries - 1), parkMaxMs))
}

/**
 * Runs `step` until it works. Only a typed business refusal ends the order; anything else is an outage, which
 * parks the step and tries again without limit.
 * @param wake ends the wait of a parked step early
 * @throws OrderTerminated
 */
const retryUntilDone = async <T>(
  order: OrderCase,
  name: string,
  step: () => Promise<T>,
  wake: () => boolean,
): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      const result = await step()
      order.clearAttention(name)
      return result
    } catch (error) {
      if (error instanceof OrderTerminated) throw error
      const refusal = getBusinessFailure(error)
      if (refusal) throw new OrderTerminated('FAILED', refusal)
      order.markNeedsAttention(name, toFailureMessage(error))
      await waitToRetry(order, tries, wake)
    }
  }
}

/** Abandons `step` as soon as a cancellation is asked for; what it may still do is undone by key. */
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
 * A step that a person may interrupt by cancelling the order.
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
 * A step that nobody may interrupt: a shipment that may be under way, a compensation.
 * @throws OrderTerminated after a business refusal
 */
export const runUncancellable = <T>(order: OrderCase, name: string, step: () => Promise<T>): Promise<T> =>
  retryUntilDone(order, name, step, () => false)
