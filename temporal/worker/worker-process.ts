/** The composition root: what one worker process is made of, in the order in which it starts and stops. */

import { NativeConnection } from '@temporalio/worker'
import type { Logger } from 'pino'
import { type OpenDatabase, openDatabase } from '../../db/client'
import { createActivities } from '../activities/create-activities'
import { connectLazily } from '../client/connection'
import { type TemporalGateway, toGateway } from '../client/gateway'
import type { TemporalSettings } from '../client/temporal-settings'
import type { ServiceBridge } from '../contract/services'
import type { ServiceSettings } from '../services/command-result'
import { startEventDispatcher } from '../services/event-dispatcher'
import { createLocalBridge } from '../services/local-bridge'
import { startMailSender } from '../services/mail-sender'
import { createMailer } from '../services/mailer'
import { createActivityInterceptor } from './activity-interceptor'
import { ensureNamespace } from './ensure-namespace'
import { createMeter, watchBacklog } from './metrics'
import type { QueueName } from './parse-queues'
import { type RunningWorkers, runWorkers, type WorkerLimits } from './run-workers'

/** A fast write of the projection that takes longer is left to the normal activity. */
const FAST_STATEMENT_MS = 200

export interface WorkerSettings {
  temporal: TemporalSettings
  /** How long to wait for a Temporal that is still starting. */
  temporalWaitMs: number
  databaseUrl: string
  databaseConnections: number
  fastDatabaseConnections: number
  services: ServiceSettings
  dispatchPollMs: number
  mail: { smtpUrl?: string; from: string }
  queues: readonly QueueName[]
  limits: WorkerLimits
  workflowBundle: { code: string } | { codePath: string }
  log: Logger
  /** True where somebody reads metrics: what has to be asked for is asked for. */
  isMeasured?: boolean
  /** Puts something between the activities and the services, such as a test's fault. */
  aroundBridge?: (bridge: ServiceBridge) => ServiceBridge
}

/** A worker process' parts while they run. */
export interface WorkerProcess {
  readonly gateway: TemporalGateway
  readonly workers: RunningWorkers
  /** Drains and lets go of everything, within a little more than `FORCE_MS`. */
  stop(): Promise<void>
}

type Cleanup = () => Promise<unknown>

/** Undoes in reverse, each step whatever became of the others. */
const runCleanups = async (steps: Cleanup[], log: Logger): Promise<void> => {
  for (const step of steps.reverse()) {
    try {
      await step()
    } catch (error) {
      log.warn({ err: error }, 'a part of the worker did not stop cleanly')
    }
  }
}

const openDatabases = (settings: WorkerSettings): { slow: OpenDatabase; fast: OpenDatabase } => ({
  slow: openDatabase(settings.databaseUrl, {
    max: settings.databaseConnections,
    applicationName: 'action-center-worker',
  }),
  fast: openDatabase(settings.databaseUrl, {
    max: settings.fastDatabaseConnections,
    statementTimeoutMs: FAST_STATEMENT_MS,
    applicationName: 'action-center-worker-fast',
  }),
})

const assemble = async (settings: WorkerSettings, undo: Cleanup[]): Promise<WorkerProcess> => {
  const { log, services, temporal } = settings
  const calls = connectLazily(temporal)
  const gateway = toGateway(calls)
  undo.push(() => gateway.close())
  await ensureNamespace(calls.connection, temporal.namespace, { log, waitMs: settings.temporalWaitMs })

  const { slow, fast } = openDatabases(settings)
  undo.push(() => Promise.all([slow.close(), fast.close()]))
  const local = createLocalBridge({ db: slow.db, settings: services })
  const bridge = settings.aroundBridge?.(local) ?? local
  const { isCurrentRun, signalCase: deliver } = gateway
  const meter = createMeter()
  const deps = { db: slow.db, fastDb: fast.db, bridge, isCurrentRun, log, meter }
  const activities = createActivities(deps)

  const connection = await NativeConnection.connect(temporal.connection)
  undo.push(() => connection.close())
  const { namespace } = temporal
  const { limits, queues, workflowBundle } = settings
  const watch = createActivityInterceptor(meter, log)
  const workers = await runWorkers({
    connection,
    namespace,
    queues,
    activities,
    workflowBundle,
    limits,
    activityInterceptor: watch,
  })
  undo.push(() => workers.stop())
  const outbox = { db: slow.db, log, pollMs: settings.dispatchPollMs }
  const mailer = createMailer(settings.mail)
  const postman = mailer && startMailSender({ ...outbox, mailer })
  const dispatcher = startEventDispatcher({ ...outbox, deliver })
  undo.push(() => Promise.all([dispatcher.stop(), postman?.stop()]))
  if (settings.isMeasured) {
    const endWatch = watchBacklog(slow.db, meter, log)
    undo.push(async () => endWatch())
  }
  return { gateway, workers, stop: () => runCleanups(undo, log) }
}

/**
 * Starts everything a worker needs and returns once it polls.
 * @throws StartError with one plain sentence; what was started until then is stopped
 */
export const startWorkerProcess = async (settings: WorkerSettings): Promise<WorkerProcess> => {
  const undo: Cleanup[] = []
  try {
    return await assemble(settings, undo)
  } catch (error) {
    await runCleanups(undo, settings.log)
    throw error
  }
}
