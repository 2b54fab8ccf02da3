/** Responses about products. */

import { z } from 'zod'
import { cents, currency } from './response-fields'

export const ProductsSchema = z.object({
  items: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      description: z.string(),
      unitCents: cents,
      currency,
      available: z.int(),
    }),
  ),
})
