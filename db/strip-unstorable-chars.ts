/** Postgres refuses these characters in text and jsonb, and the activity would retry a refused row without end. */
const UNSTORABLE_CHARS = /\0|\p{Surrogate}/gu

/** A copy of plain JSON without the characters that Postgres cannot store. */
export const stripUnstorableChars = <T>(value: T): T => {
  if (typeof value === 'string') return value.replace(UNSTORABLE_CHARS, '\u{FFFD}') as T
  if (Array.isArray(value)) return value.map(stripUnstorableChars) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [stripUnstorableChars(key), stripUnstorableChars(field)]),
  ) as T
}
