/** Canonical JSON and its hash: equal values give equal text, whatever the order of their keys. */

import { createHash } from 'node:crypto'

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, sorted(field)]),
  )
}

/** A plain value with sorted keys, since Postgres returns the keys of jsonb in another order. */
export const canonical = <T>(value: T): T => sorted(value) as T

/** SHA-256, hex, of the canonical JSON of a plain value. An undefined field counts as absent. */
export const canonicalHash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value) ?? null))
    .digest('hex')
