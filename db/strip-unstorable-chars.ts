/** Postgres refuses these characters in text and jsonb, and a row that is refused would be retried for ever. */
const UNSTORABLE_CHARS = /\0|\p{Surrogate}/gu

/** A copy of plain JSON without the characters that Postgres cannot store. */
export const stripUnstorableChars = <T>(value: T): T => {
  if (typeof value === 'string') return value.replace(UNSTORABLE_CHARS, '\u{FFFD}') as T
  if (Array.isArray(value)) return value.map(stripUnstorableChars) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [stripUnstorableChars(key), stripUnstorableChars(part)]),
  ) as T
}
