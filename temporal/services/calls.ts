/** The memory behind idempotency keys: the first answer of every command. */

import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { serviceCalls } from '../../db/schema/services'

export type Remembered = typeof serviceCalls.$inferSelect.result

/** Calls with one key wait for each other until their transactions end, so that only the first one runs. */
export const waitForKey = async (tx: Transaction, idempotencyKey: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${idempotencyKey}, 0))`)
}

export const recall = async (tx: Transaction, idempotencyKey: string): Promise<Remembered | undefined> => {
  const [call] = await tx
    .select({ result: serviceCalls.result })
    .from(serviceCalls)
    .where(eq(serviceCalls.idempotencyKey, idempotencyKey))
  return call?.result
}

export const remember = async (tx: Transaction, call: typeof serviceCalls.$inferInsert): Promise<void> => {
  await tx.insert(serviceCalls).values(call)
}

/**
 * Replaces the answer of a command that was undone, or that came true later. Without it a workflow that was reset to
 * before its compensation would be told again that stock is held and money taken, and would ship goods for nothing.
 */
export const amend = async (tx: Transaction, idempotencyKey: string, answer: Remembered): Promise<void> => {
  await tx.update(serviceCalls).set({ result: answer }).where(eq(serviceCalls.idempotencyKey, idempotencyKey))
}
