/** The composition root of a worker process: starts its parts in order and stops them in reverse. */

import { NativeConnection } from '@temporalio/worker'
import type { Logger } from 'pino'
import { type Database, type OpenDatabase, openDatabase } from '../../db/client'
import { refoldCases } from '../../db/refold-search-text'
import { createActivities } from '../activities/create-activities'
import { isCurrentRun, signalCase } from '../client/case-handle'
import { connectLazily, type TemporalConnection } from '../client/connection'
import type { TemporalSettings } from '../client/temporal-settings'
import type { ServiceBridge } from '../contract/services'
import type { ServiceSettings } from '../services/command-result'
import { type DeliverSignal, startEventDispatcher } from '../services/event-dispatcher'
import { createLocalBridge } from '../services/local-bridge'
import { startMailSender } from '../services/mail-sender'
import { createMailer } from '../services/mailer'
import { createActivityInterceptor } from './activity-interceptor'
import { ensureNamespace } from './ensure-namespace'
import { createMeter, watchBacklog } from './metrics'
import type { QueueName } from './parse-queues'
import { type RunningWorkers, runWorkers, type WorkerLimits } from './run-workers'
import { startStaffSweeps } from './staff-sweeps'

/** Time-out of a statement of the fast projection write; the normal activity then takes over. */
const FAST_STATEMENT_MS = 200

export interface WorkerSettings {
  temporal: TemporalSettings
  /** Longest wait for a Temporal that is still starting, in milliseconds. */
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
  /** True where metrics are exported: the backlog is then counted at an interval. */
  isMeasured?: boolean
  /** Wraps the bridge to the services; tests inject faults with it. */
  aroundBridge?: (bridge: ServiceBridge) => ServiceBridge
}

/** A running worker process. */
export interface WorkerProcess {
  /** See `RunningWorkers.ended`. */
  readonly ended: RunningWorkers['ended']
  /** Drains the workers and closes all connections, within a little more than `FORCE_MS`. */
  stop(): Promise<void>
}

type Cleanup = () => Promise<unknown>

/** Runs the cleanups in reverse order. One that fails does not keep the others from running. */
const runCleanups = async (cleanups: Cleanup[], log: Logger): Promise<void> => {
  for (const cleanup of cleanups.reverse()) {
    try {
      await cleanup()
    } catch (error) {
      log.warn({ err: error }, 'a cleanup of the worker failed')
    }
  }
}

const openDatabases = (settings: WorkerSettings): { normal: OpenDatabase; fast: OpenDatabase } => ({
  normal: openDatabase(settings.databaseUrl, {
    max: settings.databaseConnections,
    applicationName: 'action-center-worker',
  }),
  fast: openDatabase(settings.databaseUrl, {
    max: settings.fastDatabaseConnections,
    statementTimeoutMs: FAST_STATEMENT_MS,
    applicationName: 'action-center-worker-fast',
  }),
})

/** Starts event dispatcher, sweeps and, where a mail server is configured, mail sender. Returns how to stop them. */
const startPolling = (settings: WorkerSettings, db: Database, temporal: TemporalConnection): Cleanup => {
  const options = { db, log: settings.log, pollMs: settings.dispatchPollMs }
  const deliver: DeliverSignal = (orderId, name, payload) => signalCase(temporal, orderId, name, payload)
  const mailer = createMailer(settings.mail)
  const loops = [
    startEventDispatcher({ ...options, deliver }),
    ...startStaffSweeps({ ...options, temporal }),
    ...(mailer ? [startMailSender({ ...options, mailer })] : []),
  ]
  return () => Promise.all(loops.map((loop) => loop.stop()))
}

const assemble = async (settings: WorkerSettings, cleanups: Cleanup[]): Promise<WorkerProcess> => {
  const { limits, log, queues, workflowBundle } = settings
  const { namespace } = settings.temporal
  const temporal = connectLazily(settings.temporal)
  cleanups.push(() => temporal.connection.close())
  await ensureNamespace(temporal.connection, namespace, { log, waitMs: settings.temporalWaitMs })

  const { normal, fast } = openDatabases(settings)
  cleanups.push(() => Promise.all([normal.close(), fast.close()]))
  const local = createLocalBridge({ db: normal.db, settings: settings.services })
  const meter = createMeter()
  const activities = createActivities({
    db: normal.db,
    fastDb: fast.db,
    bridge: settings.aroundBridge?.(local) ?? local,
    isCurrentRun: (workflowId, runId) => isCurrentRun(temporal, workflowId, runId),
    log,
    meter,
  })

  const connection = await NativeConnection.connect(settings.temporal.connection)
  cleanups.push(() => connection.close())
  const activityInterceptor = createActivityInterceptor(meter, log)
  const workers = await runWorkers({
    connection,
    namespace,
    queues,
    activities,
    workflowBundle,
    limits,
    activityInterceptor,
  })
  cleanups.push(() => workers.stop())
  cleanups.push(startPolling(settings, normal.db, temporal))
  // In the background: until then the cases of an older worker are searched as it wrote them.
  refoldCases(normal.db).catch((err: unknown) => log.warn({ err }, 'search texts could not be folded'))
  if (settings.isMeasured) {
    const stopWatching = watchBacklog(normal.db, meter, log)
    cleanups.push(async () => stopWatching())
  }
  return { ended: workers.ended, stop: () => runCleanups(cleanups, log) }
}

/**
 * Starts everything a worker needs and returns once it polls.
 * @throws StartError with one plain sentence; what was started until then is stopped
 */
export const startWorkerProcess = async (settings: WorkerSettings): Promise<WorkerProcess> => {
  const cleanups: Cleanup[] = []
  try {
    return await assemble(settings, cleanups)
  } catch (error) {
    await runCleanups(cleanups, settings.log)
    throw error
  }
}
