/** Whether Temporal answers and somebody works. */

import { type Calls, within } from './connection'
import { unavailable } from './failures'

const HEALTH_MS = 2_000
/** A worker polls for up to a minute at a time; one that was not seen for longer is gone. */
const POLLER_SEEN_MS = 75_000
/** `TASK_QUEUE_TYPE_WORKFLOW` of Temporal's API. */
const WORKFLOW_TASKS = 1

const asked = async <T>(calls: Calls, call: () => Promise<T>): Promise<T> => {
  try {
    return await within(calls, HEALTH_MS, call)
  } catch (error) {
    throw unavailable(error)
  }
}

/**
 * How long Temporal takes to say that our namespace is there, in milliseconds.
 * @throws Refusal TEMPORAL_UNAVAILABLE
 */
export const health = async (calls: Calls): Promise<{ latencyMs: number }> => {
  const startedAt = performance.now()
  await asked(calls, () => calls.connection.workflowService.describeNamespace({ namespace: calls.namespace }))
  return { latencyMs: Math.round(performance.now() - startedAt) }
}

/**
 * How many pollers take workflow tasks of `queue`. 0 means that nothing will move.
 * @throws Refusal TEMPORAL_UNAVAILABLE
 */
export const pollers = async (calls: Calls, queue: string): Promise<number> => {
  const answer = await asked(calls, () =>
    calls.connection.workflowService.describeTaskQueue({
      namespace: calls.namespace,
      taskQueue: { name: queue },
      taskQueueType: WORKFLOW_TASKS,
    }),
  )
  const seenSince = (Date.now() - POLLER_SEEN_MS) / 1_000
  return (answer.pollers ?? []).filter(
    ({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) >= seenSince,
  ).length
}
