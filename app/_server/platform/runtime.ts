/**
 * Singletons of the process: settings, pool, connection to Temporal, logger, caches. They are kept on `globalThis`,
 * since a production build holds three copies of every module. Each is created at first use and connects lazily.
 */

import 'server-only'
import type { Pool } from 'pg'
import { type Database, openDatabase } from '@/db/client'
import { connectLazily, type TemporalConnection } from '@/temporal/client/connection'
import { serializeError } from '@/temporal/contract/log-redaction'
import { createDrain, type Drain } from './drain'
import { type Env, env } from './env'
import { createLogger, type Logger } from './log'

/** Status of a dependency, for `/api/ready`. */
export interface DependencyStatus {
  state: 'up' | 'down' | 'idle'
  latencyMs: number | null
}
export type Probe = () => DependencyStatus | Promise<DependencyStatus>

export interface Runtime {
  readonly env: Env
  readonly log: Logger
  readonly db: Database
  readonly pool: Pool
  readonly temporal: TemporalConnection
  readonly drain: Drain
  /** Probes of `/api/ready` besides database, Temporal and worker; the listener registers itself. */
  readonly probes: Map<string, Probe>
  /** The singleton of this name in this process, created at the first call. */
  shared<T>(name: string, create: () => T): T
  /** Closes the pool and the connection to Temporal. */
  close(): Promise<void>
}

const KEY = Symbol.for('action-center.runtime')
const globals = globalThis as typeof globalThis & { [KEY]?: Runtime }

const STATEMENT_TIMEOUT_MS = 5_000

/** A separate runtime, for tests; the product uses the one from `runtime()`. */
export const createRuntime = (settings: Env): Runtime => {
  const singletons = new Map<string, unknown>()
  const shared = <T>(name: string, create: () => T): T => {
    if (!singletons.has(name)) singletons.set(name, create())
    return singletons.get(name) as T
  }
  const log = createLogger(settings.logLevel, 'web')
  const database = () =>
    shared('database', () =>
      openDatabase(settings.databaseUrl, {
        max: settings.databasePoolMax,
        statementTimeoutMs: STATEMENT_TIMEOUT_MS,
        applicationName: 'action-center-web',
      }),
    )
  const temporal = () => shared('temporal', () => connectLazily(settings.temporal))
  return {
    env: settings,
    log,
    get db() {
      return database().db
    },
    get pool() {
      return database().pool
    },
    get temporal() {
      return temporal()
    },
    drain: createDrain((error) => log.warn({ cause: serializeError(error) }, 'a stream did not close')),
    probes: new Map(),
    shared,
    async close() {
      const open = [
        singletons.has('temporal') ? temporal().connection.close() : undefined,
        singletons.has('database') ? database().close() : undefined,
      ]
      await Promise.allSettled(open)
    },
  }
}

/** The runtime of this process. */
export const runtime = (): Runtime => {
  globals[KEY] ??= createRuntime(env())
  return globals[KEY]
}
