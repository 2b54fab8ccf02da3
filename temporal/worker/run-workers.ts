/** Runs one Worker for each task queue, all over one connection. */

import {
  type ActivityInterceptorsFactory,
  type NativeConnection,
  Worker,
  type WorkflowBundleOption,
} from '@temporalio/worker'
import { processIdentity } from '../client/process-identity'
import type { Activities } from '../contract/activities'
import { TASK_QUEUES } from '../contract/temporal-names'
import type { QueueName } from './parse-queues'
import { FAILURE_CONVERTER_PATH } from './workflow-bundle'

/** Time for tasks in progress to end; after it their activities are cancelled. */
export const GRACE_MS = 4_000
/** After this time the tasks that still run are abandoned to other workers. */
export const FORCE_MS = 6_000
/** Workflow tasks of a dead worker go to the others after this time, instead of the SDK's 10 s. */
const STICKY_MS = 5_000

/** Concurrency limits of one Worker. */
export interface WorkerLimits {
  workflowTasks: number
  activities: number
  localActivities: number
  cachedWorkflows: number
  workflowPollers: number
  activityPollers: number
}

export interface WorkerOptions {
  connection: NativeConnection
  namespace: string
  queues: readonly QueueName[]
  activities: Activities
  workflowBundle: WorkflowBundleOption
  limits: WorkerLimits
  activityInterceptor: ActivityInterceptorsFactory
}

const createWorker = (
  queue: QueueName,
  { connection, namespace, activities, workflowBundle, limits, activityInterceptor }: WorkerOptions,
): Promise<Worker> =>
  Worker.create({
    connection,
    namespace,
    identity: processIdentity(),
    activities,
    workflowBundle,
    interceptors: { activity: [activityInterceptor] },
    dataConverter: { failureConverterPath: FAILURE_CONVERTER_PATH },
    taskQueue: TASK_QUEUES[queue],
    shutdownGraceTime: GRACE_MS,
    shutdownForceTime: FORCE_MS,
    stickyQueueScheduleToStartTimeout: STICKY_MS,
    maxConcurrentWorkflowTaskExecutions: limits.workflowTasks,
    maxConcurrentActivityTaskExecutions: limits.activities,
    maxConcurrentLocalActivityExecutions: limits.localActivities,
    maxCachedWorkflows: limits.cachedWorkflows,
    maxConcurrentWorkflowTaskPolls: limits.workflowPollers,
    maxConcurrentActivityTaskPolls: limits.activityPollers,
  })

export interface RunningWorkers {
  /** Settles when all Workers have ended. Rejects with the error of the first that failed, once the others stopped. */
  readonly ended: Promise<void>
  /** Polls no more tasks and drains, within `FORCE_MS`. */
  stop(): Promise<void>
}

const shutDown = (worker: Worker): void => {
  if (worker.getState() === 'RUNNING') worker.shutdown()
}

/** Starts a Worker for each queue. */
export const runWorkers = async (options: WorkerOptions): Promise<RunningWorkers> => {
  const workers = await Promise.all(options.queues.map((queue) => createWorker(queue, options)))
  const stopAll = (): void => workers.forEach(shutDown)
  const runs = workers.map((worker) =>
    worker.run().catch((error: unknown) => {
      stopAll()
      throw error
    }),
  )
  const ended = Promise.allSettled(runs).then((results) => {
    const failed = results.find((result) => result.status === 'rejected')
    if (failed) throw failed.reason
  })
  // Avoids an unhandled rejection, which would end the process, where nobody awaits `ended`.
  ended.catch(() => {})
  return {
    ended,
    stop: async () => {
      stopAll()
      await ended
    },
  }
}
