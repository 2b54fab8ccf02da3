/** Which products there are, remembered for a while: an order for an unknown one is refused before it starts. */

import type { Product } from '@/db/queries/orders/products'
import { isDatabaseDown } from '../platform/resilience/database-errors'

export interface SkuCache {
  /** Those of `skus` that cannot be ordered. While Postgres is away none is reported: the workflow checks again. */
  findUnknown(skus: readonly string[], mayBuyHidden: boolean): Promise<string[]>
}

type FindProducts = (skus: readonly string[]) => Promise<Map<string, Pick<Product, 'hidden'>>>

const FRESH_MS = 60_000

/** Knows what `find` has found in the last minute. What was not found is asked for again each time. */
export const createSkuCache = (find: FindProducts): SkuCache => {
  const known = new Map<string, { isHidden: boolean; until: number }>()

  const learn = async (skus: readonly string[]): Promise<void> => {
    const stale = skus.filter((sku) => (known.get(sku)?.until ?? 0) < Date.now())
    if (stale.length === 0) return
    const found = await find(stale)
    for (const sku of stale) {
      const product = found.get(sku)
      if (product) known.set(sku, { isHidden: product.hidden, until: Date.now() + FRESH_MS })
      else known.delete(sku)
    }
  }

  return {
    async findUnknown(skus, mayBuyHidden) {
      try {
        await learn(skus)
      } catch (error) {
        if (isDatabaseDown(error)) return []
        throw error
      }
      return skus.filter((sku) => {
        const product = known.get(sku)
        return product === undefined || (product.isHidden && !mayBuyHidden)
      })
    },
  }
}
