import type { Verb } from '@/app/_server/http/context'
import { listProducts as findProducts, type Product } from '@/db/queries/catalogue'

export type CatalogueItem = Omit<Product, 'flaggedForReview' | 'hidden'>

/** The catalogue as everybody may see it, by name. Prices are integer cents. */
export const listProducts: Verb<Record<string, never>, { items: CatalogueItem[] }> = async ({ runtime }) => {
  const products = await findProducts(runtime.db)
  return { items: products.map(({ flaggedForReview: _f, hidden: _h, ...item }) => item) }
}
