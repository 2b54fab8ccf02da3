/** Migrates a database to the schema of this code. Several processes may run it at once. */

import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Client } from 'pg'
import { refoldSearchText } from './refold-search-text'

/** Key of the advisory lock: any constant, but the same in every version of the product. */
const LOCK_KEY = 4_207_311_902
const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))

/** Refused, reset, unknown host, or "the database system is starting up". */
const STARTING_UP_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', 'ENOTFOUND', 'ENOENT', '57P03'])
const WAIT_FOR_POSTGRES_MS = 30_000
const RETRY_INTERVAL_MS = 250

const getErrorCode = (error: unknown): string => {
  const { code, errors } = error as { code?: string; errors?: unknown[] }
  // Node tries ::1 and 127.0.0.1 and then throws an AggregateError.
  return code ?? (errors?.[0] ? getErrorCode(errors[0]) : '')
}

/** Host and path of a URL, without its user and password. */
const toHostAndPath = (url: string): string => {
  const { host, pathname } = new URL(url)
  return host + pathname
}

const getErrorReason = (error: unknown): string =>
  (error instanceof Error && error.message) || getErrorCode(error) || String(error)

const connectWhenUp = async (url: string, waitMs: number): Promise<Client> => {
  const until = Date.now() + waitMs
  for (;;) {
    const client = new Client({ connectionString: url, application_name: 'action-center-migrate' })
    // Without a listener a connection that breaks later would end the process; the next query fails instead.
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => {})
      if (!STARTING_UP_CODES.has(getErrorCode(error)) || Date.now() > until) {
        throw new Error(`Postgres at ${toHostAndPath(url)} cannot be used: ${getErrorReason(error)}`, {
          cause: error,
        })
      }
      await sleep(RETRY_INTERVAL_MS)
    }
  }
}

/**
 * Applies the pending migrations under an advisory lock, because Drizzle takes none.
 * @param waitMs how long to wait for a Postgres that is still starting, in milliseconds
 * @throws Error with one plain sentence when Postgres cannot be used
 */
export const migrateDatabase = async (url: string, waitMs = WAIT_FOR_POSTGRES_MS): Promise<void> => {
  const client = await connectWhenUp(url, waitMs)
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY])
    // Suppresses the notice "already exists, skipping" about Drizzle's own tables.
    await client.query('set client_min_messages to warning')
    const db = drizzle(client)
    await migrate(db, { migrationsFolder: MIGRATIONS })
    await refoldSearchText(db)
  } finally {
    await client.end()
  }
}
