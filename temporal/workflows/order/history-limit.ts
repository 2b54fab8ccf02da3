/** Waits of an order, which its run leaves to continue as new before its history is too long. */

import { condition, patched, workflowInfo } from '@temporalio/workflow'
import { ORDER_STATES, type OrderState } from '../../contract/states'
import type { OrderCase } from './order-case'

/** Thrown by a wait to leave the flow of a run whose history is long. */
export class HistoryFull extends Error {
  override readonly name = 'HistoryFull'
}

/** Temporal suggests it at 4,096 events; an attempt of a parked step adds about 20. */
const CONTINUE_AFTER_EVENTS = 4_000

const isHistoryLong = ({ input: { policy } }: OrderCase): boolean => {
  const { continueAsNewSuggested, historyLength } = workflowInfo()
  return continueAsNewSuggested || historyLength >= (policy.continueAfterEvents ?? CONTINUE_AFTER_EVENTS)
}

/** Runs that were long before orders continued as new go on as they are. */
const mayContinue = (order: OrderCase): boolean => isHistoryLong(order) && patched('order-continues-as-new')

/**
 * Waits until `isDone`, or for `timeoutMs`.
 * @throws HistoryFull once the history is long and nothing of this run is under way
 */
export const waitFor = async (order: OrderCase, isDone: () => boolean, timeoutMs?: number): Promise<void> => {
  // Decided before the wait, because a timer that ends early is a command, and commands of old runs must not change.
  const mayEnd = mayContinue(order)
  const isOver = () => isDone() || (mayEnd && order.isIdle)
  if (timeoutMs === undefined) await condition(isOver)
  else await condition(isOver, timeoutMs)
  if (!isDone() && mayEnd && order.isIdle) throw new HistoryFull('continues as new')
}

/** As `waitFor` without a time-out, for waits in which other signals arrive without end. */
export const waitForEvent = async (order: OrderCase, isDone: () => boolean): Promise<void> => {
  await condition(() => isDone() || (isHistoryLong(order) && order.isIdle))
  if (!isDone()) await waitFor(order, isDone)
}

/** True when the run before this one has finished the step that ends by reaching `state`. */
export const hasReached = ({ input: { resume } }: OrderCase, state: OrderState): boolean =>
  resume !== undefined && ORDER_STATES.indexOf(resume.view.state) >= ORDER_STATES.indexOf(state)
