/** Plans of files for tests. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mapping } from '../mapping/mapping-schema'
import { parseMapping } from '../mapping/read-mapping'
import { buildPlan } from '../orders/build-plan'
import type { Plan } from '../orders/plan'
import { readTable, type Table } from '../read/table'

export const EXPORTS = join(import.meta.dirname, 'exports')

/** A mapping of the columns `number`, `name`, `sku`, `qty`, `price`, `date`, with `changes`. */
export const simpleMapping = (
  changes: Record<string, unknown> = {},
  order: Record<string, unknown> = {},
): Mapping =>
  parseMapping({
    header: true,
    shop: 'test',
    ...changes,
    order: {
      number: '{number}',
      email: 'a@shop.example',
      sku: '{sku}',
      quantity: '{qty}',
      unitPrice: '{price}',
      paymentToken: 'tok_approved',
      shippingAddress: {
        name: '{name}',
        line1: '1 St',
        city: 'Leeds',
        postalCode: 'LS1 4AP',
        country: 'GB',
      },
      ...order,
    },
  })

export const planText = (
  text: string | Buffer,
  mapping: Mapping,
  encoding?: string,
): { plan: Plan; table: Table } => {
  const table = readTable({ path: 'orders.csv', bytes: Buffer.from(text as string), mapping, encoding })
  return { table, plan: buildPlan(table, mapping, 'orders.csv') }
}

/** The shipped mapping of a file of `exports`, with `changes`. */
export const shippedMapping = (name: string, changes: Record<string, unknown> = {}): Mapping => {
  const path = join(import.meta.dirname, '..', 'mappings', `${name}.json`)
  return parseMapping({ ...JSON.parse(readFileSync(path, 'utf8')), ...changes })
}

/** A file of `exports` by its shipped mapping, or another one. */
export const planExport = (file: string, mapping = shippedMapping(file.replace(/\.\w+$/, ''))) => {
  const path = join(EXPORTS, file)
  const table = readTable({ path, bytes: readFileSync(path), mapping })
  return { table, plan: buildPlan(table, mapping, file) }
}
