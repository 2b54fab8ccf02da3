/** Idempotency keys that depend only on the content of rows, so that an import can be repeated. */

import { createHash } from 'node:crypto'

/**
 * Creates a function that returns the key of each row: the hash of its fields and, because two equal rows are two
 * purchases, its number among equal rows. Other rows do not change it.
 */
export const createKeyGenerator = (): ((fields: readonly string[]) => string) => {
  const occurrences = new Map<string, number>()
  return (fields) => {
    const hash = createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 40)
    const occurrence = (occurrences.get(hash) ?? 0) + 1
    occurrences.set(hash, occurrence)
    return `row-${hash}-${occurrence}`
  }
}
