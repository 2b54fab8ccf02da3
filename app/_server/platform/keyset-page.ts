/** Keyset pagination of lists that are ordered by time and id. */

interface KeysetRow {
  exactAt: string
}

/**
 * One page of rows, of which one more was read than it shows.
 * @returns the rows shown, and the cursor of the next page in the format of `timestampCursor`, or null
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
