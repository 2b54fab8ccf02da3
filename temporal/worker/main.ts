/** The worker's entry: `tsx temporal/worker/main.ts [--queues order,approval]`. */

import { existsSync } from 'node:fs'
import type { Logger } from 'pino'
import { isTraced, startTracing } from '../client/start-tracing'
import { StartError, type WorkerEnv, workerEnv } from './env'
import { createLog, installRuntime } from './log'
import { parseQueues, type QueueName } from './parse-queues'
import { startWorkerProcess, type WorkerProcess, type WorkerSettings } from './worker-process'
import { buildBundle, DEFAULT_BUNDLE_PATH } from './workflow-bundle'

/** The process exits after this time even when something hangs. */
const HARD_EXIT_MS = 7_500
const SIGNALS = ['SIGTERM', 'SIGINT'] as const

const findBundle = async (env: WorkerEnv): Promise<WorkerSettings['workflowBundle']> => {
  if (env.NODE_ENV !== 'production') return { code: await buildBundle() }
  const codePath = env.WORKFLOW_BUNDLE ?? DEFAULT_BUNDLE_PATH
  if (existsSync(codePath)) return { codePath }
  throw new StartError(
    `There is no workflow bundle at ${codePath}; build it with: tsx temporal/worker/bundle.ts`,
  )
}

const toSettings = async (env: WorkerEnv, queues: QueueName[], log: Logger): Promise<WorkerSettings> => ({
  temporal: env.temporal,
  temporalWaitMs: env.WORKER_TEMPORAL_WAIT_MS,
  databaseUrl: env.DATABASE_URL,
  databaseConnections: env.WORKER_DATABASE_CONNECTIONS,
  fastDatabaseConnections: env.WORKER_FAST_DATABASE_CONNECTIONS,
  services: {
    carrier: env.CARRIER,
    providerTimeoutMs: env.PAYMENT_TIMEOUT_MS,
    slowPaymentMs: env.PAYMENT_SLOW_MS,
  },
  dispatchPollMs: env.DISPATCH_POLL_MS,
  mail: { from: env.MAIL_FROM, ...(env.SMTP_URL ? { smtpUrl: env.SMTP_URL } : {}) },
  queues,
  limits: {
    workflowTasks: env.WORKER_WORKFLOW_TASKS,
    activities: env.WORKER_ACTIVITIES,
    localActivities: env.WORKER_LOCAL_ACTIVITIES,
    cachedWorkflows: env.WORKER_CACHED_WORKFLOWS,
    workflowPollers: env.WORKER_WORKFLOW_POLLERS,
    activityPollers: env.WORKER_ACTIVITY_POLLERS,
  },
  workflowBundle: await findBundle(env),
  isMeasured: env.WORKER_METRICS_ADDRESS !== undefined,
  log,
})

/** Resolves at the first signal; a second one ends the process at once. */
const waitForSignal = (): Promise<string> =>
  new Promise((resolve) => {
    let isStopping = false
    for (const name of SIGNALS) {
      process.on(name, () => {
        if (isStopping) process.exit(1)
        isStopping = true
        resolve(name)
      })
    }
  })

const drain = async (worker: WorkerProcess, log: Logger): Promise<void> => {
  setTimeout(() => {
    log.error('the worker did not stop in time; exiting')
    process.exit(1)
  }, HARD_EXIT_MS).unref()
  await worker.stop()
}

const serve = async (worker: WorkerProcess, stop: Promise<string>, log: Logger): Promise<void> => {
  try {
    const signal = await Promise.race([stop, worker.ended])
    log.info({ signal }, 'worker stopping')
  } finally {
    await drain(worker, log)
  }
  log.info('worker stopped')
}

const run = async (env: WorkerEnv, queues: QueueName[], log: Logger): Promise<void> => {
  const stop = waitForSignal()
  const starting = toSettings(env, queues, log).then(startWorkerProcess)
  // A signal before the worker has started: no task is in progress, so there is nothing to drain.
  const first = await Promise.race([starting, stop])
  if (typeof first === 'string') return
  log.info({ queues, namespace: env.temporal.namespace }, 'worker ready')
  await serve(first, stop, log)
}

/** @throws StartError where the address of the metrics cannot be used */
const installOrFail = (log: Logger, { WORKER_METRICS_ADDRESS: address }: WorkerEnv): void => {
  try {
    installRuntime(log, address)
  } catch (error) {
    throw new StartError(
      `WORKER_METRICS_ADDRESS ${address} cannot be used: ${(error as Error).message.slice(0, 200)}`,
      { cause: error },
    )
  }
}

const fail = (log: Logger, error: unknown): never => {
  // An operator can mend a StartError, so it is one sentence; any other error needs its stack.
  if (error instanceof StartError) {
    log.fatal(error.message)
    console.error(error.message)
  } else log.fatal({ err: error }, 'the worker failed')
  process.exit(1)
}

const main = async (): Promise<void> => {
  let log = createLog('info')
  try {
    const queues = parseQueues(process.argv.slice(2))
    const env = workerEnv(process.env)
    log = createLog(env.LOG_LEVEL)
    installOrFail(log, env)
    const endTracing = isTraced(process.env) ? await startTracing('action-center-worker') : null
    await run(env, queues, log)
    await endTracing?.()
  } catch (error) {
    fail(log, error)
  }
  process.exit(0)
}

void main()
