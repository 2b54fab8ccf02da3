/** Pages of lists that go by a moment and an id. */

interface KeysetRow {
  exactAt: string
}

/**
 * One page of rows that were read with one more than it shows.
 * @returns the rows shown, and the address of the next page as `timestampCursor` of the inputs reads it, or null
 */
export const toKeysetPage = <R extends KeysetRow>(
  rows: readonly R[],
  limit: number,
  idOf: (row: R) => string,
): { items: R[]; next: string | null } => {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last ? `${last.exactAt}~${idOf(last)}` : null }
}
