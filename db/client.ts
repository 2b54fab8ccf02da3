/** The way to Postgres: one pool for each process and purpose. */

import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'

export type Database = NodePgDatabase
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** What a query needs: it runs in a transaction as well as outside one. */
export type Executor = Database | Transaction

export interface DatabaseOptions {
  /** Connections at most. */
  max: number
  /** Shown in `pg_stat_activity`. */
  applicationName: string
  /** Postgres ends a statement after this long; also the longest wait for a free connection. */
  statementTimeoutMs?: number
}

export interface OpenDatabase {
  db: Database
  pool: Pool
  close(): Promise<void>
}

const CONNECT_TIMEOUT_MS = 5_000
const HUNG_QUERY_GRACE_MS = 500

/** A pool that connects on first use, so that a process starts while Postgres is away. */
export const openDatabase = (url: string, options: DatabaseOptions): OpenDatabase => {
  const pool = new Pool({
    connectionString: url,
    max: options.max,
    application_name: options.applicationName,
    keepAlive: true,
    connectionTimeoutMillis: options.statementTimeoutMs ?? CONNECT_TIMEOUT_MS,
    ...(options.statementTimeoutMs
      ? {
          statement_timeout: options.statementTimeoutMs,
          // A Postgres that hangs does not end its statements by itself.
          query_timeout: options.statementTimeoutMs + HUNG_QUERY_GRACE_MS,
        }
      : {}),
  })
  // A connection that breaks, idle or between two statements of a transaction, would end the process if nobody
  // listened. The pool drops it, and the next statement on it fails.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return { db: drizzle(pool), pool, close: () => pool.end() }
}
