/** Lists that are read newest first, page by page, by a moment and an id: rows of one moment are told apart. */

import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** Where a page starts: after this row. */
export interface TimestampCursor {
  /** As `microsecondTimestamp` writes it. */
  at: string
  id: string
}

/** ISO 8601, UTC, with all the microseconds that Postgres keeps and a Date does not. */
export const microsecondTimestamp = (at: PgColumn): SQL<string> =>
  sql<string>`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** True for rows that come after `key`, newest first. */
export const afterCursor = (at: PgColumn, id: PgColumn, key: TimestampCursor | undefined): SQL | undefined =>
  key && sql`(${at}, ${id}) < (${key.at}::timestamptz, ${key.id})`
