/** The memory behind idempotency keys: the first answer of every command. */

import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { idempotencyRecords } from '../../db/schema/services'

export type StoredResult = typeof idempotencyRecords.$inferSelect.result

/** Calls with one key wait for each other until their transactions end, so that only the first one runs. */
export const lock = async (tx: Transaction, idempotencyKey: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${idempotencyKey}, 0))`)
}

export const find = async (tx: Transaction, idempotencyKey: string): Promise<StoredResult | undefined> => {
  const [call] = await tx
    .select({ result: idempotencyRecords.result })
    .from(idempotencyRecords)
    .where(eq(idempotencyRecords.idempotencyKey, idempotencyKey))
  return call?.result
}

export const save = async (tx: Transaction, call: typeof idempotencyRecords.$inferInsert): Promise<void> => {
  await tx.insert(idempotencyRecords).values(call)
}

/**
 * Replaces the answer of a command that was undone, or that came true later. Without it a workflow that was reset to
 * before its compensation would be told again that stock is held and money taken, and would ship goods for nothing.
 */
export const replace = async (
  tx: Transaction,
  idempotencyKey: string,
  answer: StoredResult,
): Promise<void> => {
  await tx
    .update(idempotencyRecords)
    .set({ result: answer })
    .where(eq(idempotencyRecords.idempotencyKey, idempotencyKey))
}
