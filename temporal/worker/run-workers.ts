/** One Worker for each queue, all over one connection. */

import {
  type ActivityInterceptorsFactory,
  type NativeConnection,
  Worker,
  type WorkflowBundleOption,
} from '@temporalio/worker'
import type { Activities } from '../contract/activities'
import { TASK_QUEUES } from '../contract/temporal-names'
import type { QueueName } from './parse-queues'

/** In-flight tasks are left this long to end; then their activities are told to stop. */
export const GRACE_MS = 4_000
/** After this long whatever still runs is left to another worker. */
export const FORCE_MS = 6_000
/** A task of a worker that died goes to the others after this long, instead of the SDK's 10 s. */
const STICKY_MS = 5_000

/** How much one Worker takes on at once. */
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
  /** Surrounds every activity. */
  activityInterceptor: ActivityInterceptorsFactory
}

const createWorker = (
  queue: QueueName,
  { limits, activityInterceptor: watch, queues: _, ...parts }: WorkerOptions,
): Promise<Worker> =>
  Worker.create({
    ...parts,
    interceptors: { activity: [watch] },
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

/** Workers that poll. */
export interface RunningWorkers {
  /** Settles when all have ended; rejects with what ended one of them, after the others were stopped. */
  readonly ended: Promise<void>
  /** Takes no more tasks and drains; within `FORCE_MS`. */
  stop(): Promise<void>
}

const shutDown = (worker: Worker): void => {
  if (worker.getState() === 'RUNNING') worker.shutdown()
}

/** Starts a Worker for each queue. */
export const runWorkers = async (parts: WorkerOptions): Promise<RunningWorkers> => {
  const workers = await Promise.all(parts.queues.map((queue) => createWorker(queue, parts)))
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
  // Whoever waits for `ended` hears of it; nobody waiting is no reason to end the process.
  ended.catch(() => {})
  return {
    ended,
    stop: async () => {
      stopAll()
      await ended
    },
  }
}
