import type { NoInput, Verb } from '@/app/_server/auth/context'
import { type Product, selectVisibleProducts } from '@/db/queries/orders/products'
import { isCurrency } from '@/temporal/contract/currencies'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'

const DATABASE_TIMEOUT_MS = 2_500

export type CatalogueItem = Omit<Product, 'flaggedForReview' | 'hidden'>

/**
 * The public catalogue, sorted by name. Prices are integers of the currency's minor unit; a product in what is no currency
 * is left out, since it cannot be ordered.
 */
export const listProducts: Verb<NoInput, { items: CatalogueItem[] }> = async ({ runtime }) => {
  const products = await databaseBreaker(runtime).execute(
    () => selectVisibleProducts(runtime.db),
    DATABASE_TIMEOUT_MS,
  )
  return {
    items: products
      .filter(({ currency }) => isCurrency(currency))
      .map(({ flaggedForReview: _f, hidden: _h, ...item }) => item),
  }
}
