/** The initial data of an installation: two groups and a small catalogue. */

import { sql } from 'drizzle-orm'
import { DEFAULT_CURRENCY } from '../temporal/contract/money'
import type { Database } from './client'
import { groups } from './schema/auth'
import { products } from './schema/services'

type Product = typeof products.$inferInsert

const GROUPS = [
  { id: 'risk', name: 'Risk' },
  { id: 'finance', name: 'Finance' },
]

const toProduct = (sku: string, name: string, unitCents: number, available: number, description: string) => ({
  sku,
  name,
  description,
  unitCents,
  available,
  currency: DEFAULT_CURRENCY,
})

const CATALOGUE: Product[] = [
  toProduct('MUG-BLUE', 'Blue stoneware mug', 12_00, 5_000, 'Holds 350 ml, glazed inside, dishwasher safe.'),
  toProduct('LAPTOP-14', '14-inch laptop', 1_299_00, 500, '16 GB memory, 512 GB storage, 1.3 kg, two USB-C.'),
  toProduct('PRINT-LTD', 'Harbour, signed print', 85_00, 3, 'Linocut, 30 × 40 cm, numbered edition of 60.'),
  toProduct(
    'VINYL-RARE',
    'Night Ferry, first pressing',
    140_00,
    0,
    'Vinyl LP of 1974, sleeve slightly worn.',
  ),
  {
    ...toProduct('KNIFE-CHEF', 'Chef’s knife', 45_00, 300, '20 cm carbon steel blade. Sold to adults only.'),
    flaggedForReview: true,
  },
  toProduct('TEA-ASSAM', 'Assam tea, 250 g', 9_50, 2_000, 'Loose leaf, second flush, from one estate.'),
  toProduct(
    'COFFEE-1KG',
    'House coffee, 1 kg',
    24_00,
    1_500,
    'Whole beans, medium roast, roasted on Mondays.',
  ),
  toProduct('NOTEBOOK-A5', 'Dotted notebook, A5', 14_00, 3_000, '192 pages of 100 g paper that lies flat.'),
  toProduct('PEN-BRASS', 'Brass ballpoint pen', 32_00, 800, 'Turned from one bar; takes standard refills.'),
  toProduct('LAMP-DESK', 'Desk lamp', 68_00, 400, 'Dimmable, 2,700 to 5,000 K, arm of 45 cm.'),
  toProduct('BAG-CANVAS', 'Canvas messenger bag', 74_00, 250, 'Waxed cotton, fits a 14-inch laptop.'),
  toProduct('HEADPHONES', 'Wireless headphones', 189_00, 350, 'Closed, 30 hours on one charge, foldable.'),
  toProduct('THROW-WOOL', 'Wool throw', 95_00, 180, 'Merino, 130 × 180 cm, woven in Portugal.'),
  {
    ...toProduct('CD-ALBUM', 'CD album', 14_99, 1_000_000, 'For purchases that are imported from files.'),
    hidden: true,
  },
  {
    ...toProduct(
      'IMPORTED',
      'Product of another shop',
      0,
      1_000_000,
      'Stands in for products of other shops.',
    ),
    hidden: true,
  },
]

/**
 * Inserts groups and products. Idempotent: a repeat updates texts and prices of products, and keeps their stock and the
 * names of groups.
 */
export const seedCatalogue = async (db: Database): Promise<void> => {
  await db.insert(groups).values(GROUPS).onConflictDoNothing()
  await db
    .insert(products)
    .values(CATALOGUE)
    .onConflictDoUpdate({
      target: products.sku,
      set: {
        name: sql`excluded.name`,
        description: sql`excluded.description`,
        unitCents: sql`excluded.unit_cents`,
        currency: sql`excluded.currency`,
        flaggedForReview: sql`excluded.flagged_for_review`,
        hidden: sql`excluded.hidden`,
      },
    })
}
