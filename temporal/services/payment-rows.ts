/** The one row of a charge, and how it moves. */

import { randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/client'
import { payments } from '../../db/schema/services'
import { replace } from './idempotency-store'

export type Payment = typeof payments.$inferSelect
type NewPayment = Pick<Payment, 'chargeKey' | 'orderId' | 'status' | 'amountCents' | 'currency'>

const newPaymentId = (): string => `pay_${randomBytes(12).toString('hex')}`

/** Takes the row of a charge key, or locks the row that is there. The loser of a race waits for the winner. */
export const insertOrLock = async (
  tx: Transaction,
  row: NewPayment,
): Promise<{ payment: Payment; isNew: boolean }> => {
  const [inserted] = await tx
    .insert(payments)
    .values({ ...row, paymentId: newPaymentId() })
    .onConflictDoNothing()
    .returning()
  if (inserted) return { payment: inserted, isNew: true }
  const [existing] = await tx
    .select()
    .from(payments)
    .where(eq(payments.chargeKey, row.chargeKey))
    .for('update')
  return { payment: existing as Payment, isNew: false }
}

export const updatePayment = async (
  tx: Transaction,
  { chargeKey }: Payment,
  change: Partial<Pick<Payment, 'status' | 'failedCalls'>>,
): Promise<void> => {
  await tx
    .update(payments)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(payments.chargeKey, chargeKey))
}

/**
 * Completes a slow charge when its time has come.
 * @returns true when the money is taken; false when the charge was voided or given back meanwhile
 */
export const completePendingCharge = (db: Database, paymentId: string): Promise<boolean> =>
  db.transaction(async (tx) => {
    const ofPayment = eq(payments.paymentId, paymentId)
    const [settled] = await tx
      .update(payments)
      .set({ status: 'charged', updatedAt: sql`now()` })
      .where(and(ofPayment, eq(payments.status, 'pending')))
      .returning({ chargeKey: payments.chargeKey })
    if (settled) await replace(tx, settled.chargeKey, { ok: { status: 'charged', paymentId } })
    const [payment] = await tx.select({ status: payments.status }).from(payments).where(ofPayment)
    return payment?.status === 'charged'
  })
