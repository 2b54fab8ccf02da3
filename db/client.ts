/** Opens connection pools to Postgres: one for each process and purpose. */

import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'

export type Database = NodePgDatabase
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** The database or a transaction, for queries that run in both. */
export type Executor = Database | Transaction

export interface DatabaseOptions {
  /** Most connections of the pool. */
  max: number
  /** Shown in `pg_stat_activity`. */
  applicationName: string
  /** Time-out of a statement and of the wait for a free connection, in milliseconds. */
  statementTimeoutMs?: number
}

export interface OpenDatabase {
  db: Database
  pool: Pool
  close(): Promise<void>
}

const CONNECT_TIMEOUT_MS = 5_000
const HUNG_QUERY_GRACE_MS = 500

/** Opens a pool that connects on first use, so that a process can start while Postgres is down. */
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
          // A Postgres that hangs does not cancel its statements, so the client times out as well.
          query_timeout: options.statementTimeoutMs + HUNG_QUERY_GRACE_MS,
        }
      : {}),
  })
  // Without an error listener a broken connection, idle or in a transaction, would end the process. The pool drops it,
  // and the next statement on it fails.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return { db: drizzle(pool), pool, close: () => pool.end() }
}
