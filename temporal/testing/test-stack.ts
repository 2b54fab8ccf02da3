/**
 * The product without its web process, for tests: a namespace of its own on the Temporal server of
 * TEST_TEMPORAL_ADDRESS, a database of its own on the server of TEST_DATABASE_URL, and a worker in this process.
 */

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from '@temporalio/client'
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database'
import { connectLazily, type TemporalConnection } from '../client/connection'
import type { TemporalSettings } from '../client/temporal-settings'
import { ensureNamespace } from '../worker/ensure-namespace'
import { createLog, installRuntime } from '../worker/log'
import { startWorkerProcess, type WorkerProcess, type WorkerSettings } from '../worker/worker-process'
import { buildBundle, writeBundle } from '../worker/workflow-bundle'
import { seedGroups } from './seed-groups'
import { testTemporal } from './test-temporal'

const log = createLog(process.env.TEST_LOG_LEVEL ?? 'silent')
let isInstalled = false

const toPath = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

const listSources = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** The bundle of today's code, built once for all test files that run the same code. */
export const testBundle = async (): Promise<{ codePath: string }> => {
  const files = (await Promise.all([toPath('../workflows'), toPath('../contract')].map(listSources))).flat()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(await readFile(file))
  const codePath = toPath(
    `../../node_modules/.cache/action-center/workflows-${hash.digest('hex').slice(0, 16)}.js`,
  )
  if (!existsSync(codePath)) await writeBundle(codePath, await buildBundle())
  return { codePath }
}

export interface TestStackOptions {
  /** Settings of the simulated services; by default the carrier ships and delivers at once. */
  services?: Partial<WorkerSettings['services']>
  aroundBridge?: WorkerSettings['aroundBridge']
  limits?: Partial<WorkerSettings['limits']>
  /** URL of a mail server; without one, messages are stored and not sent. */
  smtpUrl?: string
  /** Start without a worker, for tests of an absent one; `startWorker` starts it. */
  idle?: boolean
}

export interface TestStack {
  readonly temporal: TemporalConnection
  /** `temporal.client`, for histories, resets and results. */
  readonly client: Client
  readonly namespace: string
  readonly database: TestDatabase
  readonly db: TestDatabase['db']
  /** Adds a worker; several share the load. */
  startWorker(): Promise<WorkerProcess>
  /** Stops every worker, as a deployment does. */
  stopWorkers(): Promise<void>
  stop(): Promise<void>
}

const LIMITS: WorkerSettings['limits'] = {
  workflowTasks: 40,
  activities: 50,
  localActivities: 50,
  cachedWorkflows: 200,
  workflowPollers: 4,
  activityPollers: 4,
}

const toSettings = async (
  temporal: TemporalSettings,
  databaseUrl: string,
  options: TestStackOptions,
): Promise<WorkerSettings> => ({
  temporal,
  databaseUrl,
  temporalWaitMs: 20_000,
  databaseConnections: 10,
  fastDatabaseConnections: 4,
  services: {
    carrier: { shippedAfterMs: 0, deliveredAfterMs: 0 },
    providerTimeoutMs: 100,
    slowPaymentMs: 200,
    ...options.services,
  },
  dispatchPollMs: 25,
  mail: {
    from: 'Action Center <test@localhost>',
    ...(options.smtpUrl ? { smtpUrl: options.smtpUrl } : {}),
  },
  queues: ['order', 'approval'],
  limits: { ...LIMITS, ...options.limits },
  workflowBundle: await testBundle(),
  log,
  ...(options.aroundBridge ? { aroundBridge: options.aroundBridge } : {}),
})

/** Starts a stack; call `stop` in `afterAll`. Takes a second or two. */
export const startTestStack = async (options: TestStackOptions = {}): Promise<TestStack> => {
  if (!isInstalled) installRuntime(log)
  isInstalled = true
  const temporalSettings = testTemporal()
  const temporal = connectLazily(temporalSettings)
  const { client, connection, namespace } = temporal
  const [database] = await Promise.all([
    createTestDatabase(),
    ensureNamespace(connection, namespace, { log }),
  ])
  const settings = await toSettings(temporalSettings, database.url, options)
  const workers: WorkerProcess[] = []
  const startWorker = async (): Promise<WorkerProcess> => {
    const worker = await startWorkerProcess(settings)
    workers.push(worker)
    return worker
  }
  const stopWorkers = async (): Promise<void> => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  }
  await seedGroups(database.db)
  if (!options.idle) await startWorker()
  return {
    temporal,
    client,
    namespace,
    database,
    db: database.db,
    startWorker,
    stopWorkers,
    stop: async () => {
      await stopWorkers()
      await connection.close()
      await database.drop()
    },
  }
}
