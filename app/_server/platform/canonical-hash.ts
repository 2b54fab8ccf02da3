/** One text and one hash for one meaning: the order of an object's keys does not count. */

import { createHash } from 'node:crypto'

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, sorted(field)]),
  )
}

/** A plain value with its keys sorted: a view from Postgres, which sorts keys its own way, becomes the same text. */
export const canonical = <T>(value: T): T => sorted(value) as T

/** SHA-256, hex, of the canonical JSON of a plain value. An absent field and an undefined one are the same. */
export const canonicalHash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value) ?? null))
    .digest('hex')
