/** Health checks: whether Temporal answers and whether workers poll. */

import { type TemporalConnection, withDeadline } from './connection'
import { temporalUnavailable } from './temporal-errors'

const HEALTH_MS = 2_000
/** A worker polls for up to a minute at a time; one without a poll for longer is gone. */
const POLLER_MAX_AGE_MS = 75_000
/** `TASK_QUEUE_TYPE_WORKFLOW` of Temporal's API. */
const WORKFLOW_TASKS = 1

const callTemporal = async <T>(temporal: TemporalConnection, call: () => Promise<T>): Promise<T> => {
  try {
    return await withDeadline(temporal, HEALTH_MS, call)
  } catch (error) {
    throw temporalUnavailable(error)
  }
}

/**
 * Describes our namespace and returns the latency in milliseconds.
 * @throws AppError TEMPORAL_UNAVAILABLE
 */
export const checkHealth = async (temporal: TemporalConnection): Promise<{ latencyMs: number }> => {
  const startedAt = performance.now()
  await callTemporal(temporal, () =>
    temporal.connection.workflowService.describeNamespace({ namespace: temporal.namespace }),
  )
  return { latencyMs: Math.round(performance.now() - startedAt) }
}

/**
 * Number of pollers for workflow tasks of `queue`. With 0 no workflow makes progress.
 * @throws AppError TEMPORAL_UNAVAILABLE
 */
export const countPollers = async (temporal: TemporalConnection, queue: string): Promise<number> => {
  const { pollers } = await callTemporal(temporal, () =>
    temporal.connection.workflowService.describeTaskQueue({
      namespace: temporal.namespace,
      taskQueue: { name: queue },
      taskQueueType: WORKFLOW_TASKS,
    }),
  )
  const seenSince = (Date.now() - POLLER_MAX_AGE_MS) / 1_000
  return (pollers ?? []).filter(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) >= seenSince)
    .length
}
