/** Cache of the products that exist: an order for an unknown one is refused before its workflow starts. */

import { LRUCache } from 'lru-cache'
import type { Product } from '@/db/queries/orders/products'
import { isCurrency } from '@/temporal/contract/currencies'
import { isDatabaseDown } from '../platform/resilience/database-errors'

export interface SkuCache {
  /** Those of `skus` that cannot be ordered; none while Postgres is down, since the workflow checks again. */
  findUnknown(skus: readonly string[], mayBuyHidden: boolean): Promise<string[]>
  /** Currency of a product that `findUnknown` found lately, or null. */
  getCurrency(sku: string): string | null
}

type CachedProduct = Pick<Product, 'currency' | 'hidden'>
type FindProducts = (skus: readonly string[]) => Promise<Map<string, CachedProduct>>

const OPTIONS = { max: 10_000, ttl: 60_000 }

/** Products are cached for a minute. An unknown one is not cached, since it may be added any time. */
export const createSkuCache = (find: FindProducts): SkuCache => {
  const cache = new LRUCache<string, CachedProduct>(OPTIONS)
  return {
    async findUnknown(skus, mayBuyHidden) {
      const products = new Map(skus.map((sku) => [sku, cache.get(sku)]))
      const missing = skus.filter((sku) => !products.get(sku))
      try {
        if (missing.length > 0)
          for (const [sku, product] of await find(missing)) {
            products.set(sku, product)
            cache.set(sku, product)
          }
      } catch (error) {
        if (isDatabaseDown(error)) return []
        throw error
      }
      return skus.filter((sku) => {
        const product = products.get(sku)
        return !product || !isCurrency(product.currency) || (product.hidden && !mayBuyHidden)
      })
    },
    getCurrency: (sku) => cache.get(sku)?.currency ?? null,
  }
}
