/** Idempotency store: the first result of every command, by its key. */

import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { idempotencyRecords } from '../../db/schema/services'

export type StoredResult = typeof idempotencyRecords.$inferSelect.result

/** Serialises the calls of one key until their transactions end, so that only the first one runs. */
export const lock = async (tx: Transaction, idempotencyKey: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${idempotencyKey}, 0))`)
}

export const find = async (tx: Transaction, idempotencyKey: string): Promise<StoredResult | undefined> => {
  const [record] = await tx
    .select({ result: idempotencyRecords.result })
    .from(idempotencyRecords)
    .where(eq(idempotencyRecords.idempotencyKey, idempotencyKey))
  return record?.result
}

export const save = async (
  tx: Transaction,
  record: typeof idempotencyRecords.$inferInsert,
): Promise<void> => {
  await tx.insert(idempotencyRecords).values(record)
}

/**
 * Replaces the result of a command that was compensated, or completed later. Otherwise a workflow that is reset to
 * before its compensation would read that stock is reserved and money taken, and would ship without payment.
 */
export const replace = async (
  tx: Transaction,
  idempotencyKey: string,
  result: StoredResult,
): Promise<void> => {
  await tx
    .update(idempotencyRecords)
    .set({ result })
    .where(eq(idempotencyRecords.idempotencyKey, idempotencyKey))
}
