import type { NoInput, Verb } from '@/app/_server/auth/context'
import { type Product, selectVisibleProducts } from '@/db/queries/orders/products'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'

const DATABASE_MS = 2_500

export type CatalogueItem = Omit<Product, 'flaggedForReview' | 'hidden'>

/** The catalogue as everybody may see it, by name. Prices are integer cents. */
export const listProducts: Verb<NoInput, { items: CatalogueItem[] }> = async ({ runtime }) => {
  const products = await databaseBreaker(runtime).execute(
    () => selectVisibleProducts(runtime.db),
    DATABASE_MS,
  )
  return { items: products.map(({ flaggedForReview: _f, hidden: _h, ...item }) => item) }
}
