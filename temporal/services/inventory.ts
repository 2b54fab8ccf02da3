/** The inventory service: reserves all lines of an order or none, and gives them back. */

import { eq } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { reservationLines, reservations } from '../../db/schema/services'
import type { ReserveInput } from '../contract/activities'
import { type CommandHandler, type RefusedResult, toRefused } from './command-result'
import { emitEvent } from './emit-event'
import { replace } from './idempotency-store'
import { lockProducts, mergeLines, moveStock, type StockLine } from './stock'

const ALREADY_RELEASED = toRefused('OUT_OF_STOCK', 'The stock of this order was already returned')

type Reservation = typeof reservations.$inferSelect

/** Takes the one row of an order, or locks the row that is there. The loser of a race waits for the winner. */
const insertOrLock = async (tx: Transaction, row: typeof reservations.$inferInsert) => {
  const inserted = await tx.insert(reservations).values(row).onConflictDoNothing().returning()
  if (inserted.length > 0) return null
  const [existing] = await tx
    .select()
    .from(reservations)
    .where(eq(reservations.orderId, row.orderId))
    .for('update')
  return existing as Reservation
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
  const words = short.map(({ name, quantity, available }) =>
    available === 0
      ? `${name} is sold out; ${quantity} ordered`
      : `Only ${available} of ${name} in stock; ${quantity} ordered`,
  )
  const nothing = short.some(({ available }) => available === 0)
  return toRefused(nothing ? 'OUT_OF_STOCK' : 'PARTIAL_STOCK', words.join('. '))
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
  const existing = await insertOrLock(tx, { orderId, status: 'reserved', reserveKey })
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

/** Gives stock back; where nothing is reserved yet, leaves a mark that refuses a reservation that comes later. */
export const releaseStock: CommandHandler<{ orderId: string }, { released: boolean }> = async (
  tx,
  { orderId },
) => {
  const existing = await insertOrLock(tx, { orderId, status: 'released' })
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
