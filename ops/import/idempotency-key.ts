/** Idempotency keys that depend only on the content of a file, so that an import can be repeated. */

import { createHash } from 'node:crypto'
import type { PlacementResponse } from '../../temporal/contract/schemas/order-response'

const KEY_LETTERS = 40

const hash = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, KEY_LETTERS)

/**
 * Creates a function that returns the key of each row: the hash of its fields and, because two equal rows are two
 * purchases, its number among equal rows. Other rows do not change it.
 */
export const createKeyGenerator = (): ((fields: readonly string[]) => string) => {
  const occurrences = new Map<string, number>()
  return (fields) => {
    const content = hash(fields)
    const occurrence = (occurrences.get(content) ?? 0) + 1
    occurrences.set(content, occurrence)
    return `row-${content}-${occurrence}`
  }
}

/** Keys of rows without an order number. */
export const rowKeys = <R extends { fields: readonly string[] }>(rows: readonly R[]): Map<R, string> => {
  const nextKey = createKeyGenerator()
  return new Map(rows.map((row) => [row, nextKey(row.fields)]))
}

/** Key of an order by its number, which is unique within a shop. Nothing else of the file changes it. */
export const orderKey = (shop: string, number: string): string => `order-${hash([shop, number])}`

/** Key of a row that equals a row of another file and is a purchase of its own. */
export const keyInFile = (key: string, fileHash: string): string => `${key}-${fileHash}`

/** The key before `keyInFile` of what was placed, or null for other keys. */
export const keyOutsideFile = ({
  idempotencyKey,
  importedFrom,
}: Pick<PlacementResponse, 'idempotencyKey' | 'importedFrom'>): string | null => {
  const end = importedFrom === null ? null : keyInFile('', importedFrom.fileHash)
  return end !== null && idempotencyKey.endsWith(end) ? idempotencyKey.slice(0, -end.length) : null
}
