/** Keyset pagination of lists, newest first, by a time and an id, which orders rows of the same time. */

import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** The row after which a page starts. */
export interface TimestampCursor {
  /** As `microsecondTimestamp` writes it. */
  at: string
  id: string
}

/** ISO 8601, UTC, with the microseconds that Postgres stores and a Date would lose. */
export const microsecondTimestamp = (at: PgColumn): SQL<string> =>
  sql<string>`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** True for rows after `key` in the order newest first. */
export const afterCursor = (at: PgColumn, id: PgColumn, key: TimestampCursor | undefined): SQL | undefined =>
  key && sql`(${at}, ${id}) < (${key.at}::timestamptz, ${key.id})`
