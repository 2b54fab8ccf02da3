/** Keys that make an import repeatable: they depend on what a row says, not on where it stands or in which file. */

import { createHash } from 'node:crypto'

/**
 * Gives each row its idempotency key: the hash of its fields and which of the equal rows it is, since two equal
 * rows are two purchases. A key stays the same when other rows come, go or move.
 */
export const createKeyGenerator = (): ((fields: readonly string[]) => string) => {
  const seen = new Map<string, number>()
  return (fields) => {
    const hash = createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 40)
    const occurrence = (seen.get(hash) ?? 0) + 1
    seen.set(hash, occurrence)
    return `row-${hash}-${occurrence}`
  }
}
