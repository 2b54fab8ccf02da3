/** The row of a charge: one for each charge key. */

import { randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/client'
import { payments } from '../../db/schema/services'
import { replace } from './idempotency-store'
import { insertOrLock } from './insert-or-lock'

export type Payment = typeof payments.$inferSelect
type NewPayment = Pick<Payment, 'chargeKey' | 'orderId' | 'status' | 'amountCents' | 'currency'>

const newPaymentId = (): string => `pay_${randomBytes(12).toString('hex')}`

/** Inserts the payment of a charge key, or locks the existing one. */
export const insertOrLockPayment = async (tx: Transaction, payment: NewPayment): Promise<Payment> => {
  const { row } = await insertOrLock(tx, {
    table: payments,
    row: { ...payment, paymentId: newPaymentId() },
    where: eq(payments.chargeKey, payment.chargeKey),
  })
  return row
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
 * Completes a slow charge that is due.
 * @returns true when the money is taken; false when the charge was voided or refunded meanwhile
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
