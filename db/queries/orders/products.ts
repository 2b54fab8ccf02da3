/** Reads products of the catalogue. */

import { asc, eq, inArray } from 'drizzle-orm'
import type { Executor } from '../../client'
import { products } from '../../schema/services'

export type Product = typeof products.$inferSelect

/** The products of the order form, by name. */
export const selectVisibleProducts = (db: Executor): Promise<Product[]> =>
  db.select().from(products).where(eq(products.hidden, false)).orderBy(asc(products.name), asc(products.sku))

/** Products by SKU, hidden ones too; unknown SKUs are absent. */
export const selectProductsBySku = async (
  db: Executor,
  skus: readonly string[],
): Promise<Map<string, Product>> => {
  const rows = await db
    .select()
    .from(products)
    .where(inArray(products.sku, [...skus]))
  return new Map(rows.map((row) => [row.sku, row]))
}
