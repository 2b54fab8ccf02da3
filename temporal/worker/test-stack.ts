/**
 * A whole product without its web part, for tests: an own namespace on the Temporal server that TEST_TEMPORAL_ADDRESS
 * names, an own database on the server of TEST_DATABASE_URL, and a worker in this process.
 */

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from '@temporalio/client'
import { createTestDatabase, type TestDatabase } from '../../db/test-database'
import { openCalls } from '../client/connection'
import { gatewayOver, type TemporalGateway } from '../client/gateway'
import type { TemporalSettings } from '../client/settings'
import { testTemporal } from '../client/test-temporal'
import { createLog, installRuntime } from './log'
import { ensureNamespace } from './namespace'
import { type Stack, type StackSettings, startStack } from './stack'
import { buildBundle, writeBundle } from './workflow-bundle'

const log = createLog(process.env.TEST_LOG_LEVEL ?? 'silent')
let isInstalled = false

const fileOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** The bundle of today's code, built once for all test files that run the same code. */
export const testBundle = async (): Promise<{ codePath: string }> => {
  const files = (await Promise.all([fileOf('../workflows'), fileOf('../contract')].map(filesUnder))).flat()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(await readFile(file))
  const codePath = fileOf(
    `../../node_modules/.cache/action-center/workflows-${hash.digest('hex').slice(0, 16)}.js`,
  )
  if (!existsSync(codePath)) await writeBundle(codePath, await buildBundle())
  return { codePath }
}

export interface TestStackOptions {
  /** How the simulated services behave; shipped and delivered come at once unless said otherwise. */
  services?: Partial<StackSettings['services']>
  aroundBridge?: StackSettings['aroundBridge']
  limits?: Partial<StackSettings['limits']>
  /** A mail server; without one letters are kept and not sent. */
  smtpUrl?: string
  /** Start without a worker, for tests of an absent one; `startWorker` starts it. */
  idle?: boolean
}

export interface TestStack {
  readonly gateway: TemporalGateway
  /** Temporal's own client, for what the gateway does not do: histories, resets, results. */
  readonly client: Client
  readonly namespace: string
  readonly database: TestDatabase
  readonly db: TestDatabase['db']
  /** Adds a worker; several share the load. */
  startWorker(): Promise<Stack>
  /** Stops every worker, as a deployment does. */
  stopWorkers(): Promise<void>
  stop(): Promise<void>
}

const LIMITS: StackSettings['limits'] = {
  workflowTasks: 40,
  activities: 50,
  localActivities: 50,
  cachedWorkflows: 200,
  workflowPollers: 4,
  activityPollers: 4,
}

const settingsFor = async (
  temporal: TemporalSettings,
  databaseUrl: string,
  options: TestStackOptions,
): Promise<StackSettings> => ({
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
  const temporal = testTemporal()
  const { namespace } = temporal
  const calls = openCalls(temporal)
  const [database] = await Promise.all([
    createTestDatabase(),
    ensureNamespace(calls.connection, namespace, { log }),
  ])
  const settings = await settingsFor(temporal, database.url, options)
  const workers: Stack[] = []
  const startWorker = async (): Promise<Stack> => {
    const worker = await startStack(settings)
    workers.push(worker)
    return worker
  }
  const stopWorkers = async (): Promise<void> => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  }
  if (!options.idle) await startWorker()
  const gateway = gatewayOver(calls)
  return {
    gateway,
    client: calls.client,
    namespace,
    database,
    db: database.db,
    startWorker,
    stopWorkers,
    stop: async () => {
      await stopWorkers()
      await gateway.close()
      await database.drop()
    },
  }
}
