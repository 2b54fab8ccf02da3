/** The inventory service: reserves all lines of an order or none, and releases them. */

import { eq } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { reservationLines, reservations } from '../../db/schema/services'
import type { ReserveInput } from '../contract/activities'
import { type CommandHandler, type RefusedResult, toRefused } from './command-result'
import { emitEvent } from './emit-event'
import { replace } from './idempotency-store'
import { insertOrLock } from './insert-or-lock'
import { lockProducts, mergeLines, moveStock, type StockLine } from './stock'

const ALREADY_RELEASED = toRefused('OUT_OF_STOCK', 'The stock of this order was already returned')

/** Inserts the reservation of an order and returns null, or locks and returns the existing one. */
const insertOrLockReservation = async (tx: Transaction, reservation: typeof reservations.$inferInsert) => {
  const where = eq(reservations.orderId, reservation.orderId)
  const { row, isNew } = await insertOrLock(tx, { table: reservations, row: reservation, where })
  return isNew ? null : row
}

type Stock = Awaited<ReturnType<typeof lockProducts>>[number]

const findShortage = (
  lines: readonly StockLine[],
  stock: ReadonlyMap<string, Stock>,
): RefusedResult | null => {
  const unknown = lines.filter(({ sku }) => !stock.has(sku))
  if (unknown.length > 0) {
    return toRefused('UNKNOWN_PRODUCT', `Not in the catalogue: ${unknown.map(({ sku }) => sku).join(', ')}`)
  }
  const short = lines.flatMap(({ sku, quantity }) => {
    const product = stock.get(sku)
    return product && product.available < quantity ? [{ ...product, quantity }] : []
  })
  if (short.length === 0) return null
  const sentences = short.map(({ name, quantity, available }) =>
    available === 0
      ? `${name} is sold out; ${quantity} ordered`
      : `Only ${available} of ${name} in stock; ${quantity} ordered`,
  )
  const isSoldOut = short.some(({ available }) => available === 0)
  return toRefused(isSoldOut ? 'OUT_OF_STOCK' : 'PARTIAL_STOCK', sentences.join('. '))
}

export const reserveInventory: CommandHandler<ReserveInput, { reserved: true }> = async (
  tx,
  input,
  context,
) => {
  const { orderId } = input
  const lines = mergeLines(input.lines)
  if (lines.length === 0) return toRefused('INVALID_QUANTITY', 'There is nothing to reserve')
  const reserveKey = context.idempotencyKey
  const existing = await insertOrLockReservation(tx, { orderId, status: 'reserved', reserveKey })
  if (existing) return existing.status === 'reserved' ? { ok: { reserved: true } } : ALREADY_RELEASED
  const stock = await lockProducts(
    tx,
    lines.map(({ sku }) => sku),
  )
  const shortage = findShortage(lines, new Map(stock.map((product) => [product.sku, product])))
  if (shortage) {
    await tx.delete(reservations).where(eq(reservations.orderId, orderId))
    return shortage
  }
  await moveStock(tx, lines, -1)
  await tx.insert(reservationLines).values(lines.map((line) => ({ orderId, ...line })))
  await emitEvent(tx, { event: 'inventoryReserved', orderId, payload: { lines }, dueInMs: null })
  return { ok: { reserved: true } }
}

/** Returns reserved stock. Where nothing is reserved yet, marks the order so that a late reservation is refused. */
export const releaseStock: CommandHandler<{ orderId: string }, { released: boolean }> = async (
  tx,
  { orderId },
) => {
  const existing = await insertOrLockReservation(tx, { orderId, status: 'released' })
  if (existing?.status !== 'reserved') return { ok: { released: false } }
  const lines = await tx
    .select({ sku: reservationLines.sku, quantity: reservationLines.quantity })
    .from(reservationLines)
    .where(eq(reservationLines.orderId, orderId))
  await lockProducts(
    tx,
    lines.map(({ sku }) => sku),
  )
  await moveStock(tx, lines, 1)
  await tx.update(reservations).set({ status: 'released' }).where(eq(reservations.orderId, orderId))
  if (existing.reserveKey) await replace(tx, existing.reserveKey, ALREADY_RELEASED)
  return { ok: { released: true } }
}
