/** The first write of a row that several commands may create at once. */

import type { SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Transaction } from '../../db/client'

/**
 * Inserts `row`, or locks the existing row that `where` selects. The loser of a race waits for the winner.
 * @returns the row and whether it was inserted
 */
export const insertOrLock = async <T extends PgTable>(
  tx: Transaction,
  { table, row, where }: { table: T; row: T['$inferInsert']; where: SQL },
): Promise<{ row: T['$inferSelect']; isNew: boolean }> => {
  const [inserted] = await tx.insert(table).values(row).onConflictDoNothing().returning()
  if (inserted) return { row: inserted, isNew: true }
  const [existing] = await tx
    .select()
    .from(table as PgTable)
    .where(where)
    .for('update')
  return { row: existing as T['$inferSelect'], isNew: false }
}
