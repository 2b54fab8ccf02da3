/** The only code that changes the stock of products. */

import { asc, inArray, sql } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { products } from '../../db/schema/services'

export interface StockLine {
  sku: string
  quantity: number
}

/** Adds up the lines of each SKU. */
export const mergeLines = (lines: readonly StockLine[]): StockLine[] => {
  const quantities = new Map<string, number>()
  for (const { sku, quantity } of lines) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity)
  return [...quantities].map(([sku, quantity]) => ({ sku, quantity }))
}

/** Locks products in the order of their SKU: orders that name the same products in another order must not deadlock. */
export const lockProducts = (tx: Transaction, skus: readonly string[]) =>
  tx
    .select({ sku: products.sku, name: products.name, available: products.available })
    .from(products)
    .where(inArray(products.sku, [...skus]))
    .orderBy(asc(products.sku))
    .for('update')

/**
 * Adds to (`+1`) or takes from (`-1`) the stock of all lines in one statement. Lock the products first.
 * @throws Error when the stock of a product would fall below zero
 */
export const moveStock = async (tx: Transaction, lines: readonly StockLine[], sign: 1 | -1) => {
  const skus = sql.param(lines.map(({ sku }) => sku))
  const amounts = sql.param(lines.map(({ quantity }) => sign * quantity))
  await tx.execute(sql`
    update ${products} set available = ${products.available} + line.amount
    from unnest(${skus}::text[], ${amounts}::int[]) as line (sku, amount)
    where ${products.sku} = line.sku`)
}
