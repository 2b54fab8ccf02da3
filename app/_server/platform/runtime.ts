/**
 * What one process shares: settings, pool, gateway, logger, caches. A production build holds three copies of every
 * module, so it all hangs on `globalThis`; each part is made when it is first asked for and connects by itself.
 */

import 'server-only'
import type { Pool } from 'pg'
import { type Database, openDatabase } from '@/db/client'
import { createGateway, type TemporalGateway } from '@/temporal/client/gateway'
import { serializeError } from '@/temporal/contract/log-redaction'
import { createDrain, type Drain } from './drain'
import { type Env, env } from './env'
import { createLogger, type Logger } from './log'

/** How a part of the product is doing, for `/api/ready`. */
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
  readonly gateway: TemporalGateway
  readonly drain: Drain
  /** Parts that `/api/ready` reports besides database, Temporal and worker; `listener` registers itself. */
  readonly probes: Map<string, Probe>
  /** The one thing of this name in this process, made by the first who asks. */
  shared<T>(name: string, make: () => T): T
  /** Lets go of the pool and the gateway. */
  close(): Promise<void>
}

const KEY = Symbol.for('action-center.runtime')
const globals = globalThis as typeof globalThis & { [KEY]?: Runtime }

const STATEMENT_TIMEOUT_MS = 5_000

/** A runtime of its own, for tests; the product has one, from `runtime()`. */
export const createRuntime = (settings: Env): Runtime => {
  const things = new Map<string, unknown>()
  const shared = <T>(name: string, make: () => T): T => {
    if (!things.has(name)) things.set(name, make())
    return things.get(name) as T
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
  return {
    env: settings,
    log,
    get db() {
      return database().db
    },
    get pool() {
      return database().pool
    },
    get gateway() {
      return shared('gateway', () => createGateway(settings.temporal))
    },
    drain: createDrain((error) => log.warn({ cause: serializeError(error) }, 'a stream did not close')),
    probes: new Map(),
    shared,
    async close() {
      const open = [
        things.has('gateway') ? shared<TemporalGateway | null>('gateway', () => null)?.close() : undefined,
        things.has('database') ? database().close() : undefined,
      ]
      await Promise.allSettled(open)
    },
  }
}

/** The process's runtime. */
export const runtime = (): Runtime => {
  globals[KEY] ??= createRuntime(env())
  return globals[KEY]
}
