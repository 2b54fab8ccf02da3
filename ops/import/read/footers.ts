/** Lines below the table that are no rows, such as a count of records. */

import type { FileRecord } from './records'

/** Name of the group of a footer's pattern that counts the orders of the file. */
const COUNT_GROUP = 'orders'

/**
 * Takes footers out.
 * @param patterns regular expressions over whole lines; the group `orders` is the number of orders of the file
 */
export const splitFooters = (
  records: readonly FileRecord[],
  patterns: readonly string[],
): { records: FileRecord[]; count: number | null } => {
  const compiled = patterns.map((pattern) => new RegExp(pattern, 'u'))
  let count: number | null = null
  const rows = records.filter(({ raw }) => {
    const match = compiled.map((pattern) => pattern.exec(raw)).find((found) => found !== null)
    if (match?.groups?.[COUNT_GROUP] !== undefined) count = Number(match.groups[COUNT_GROUP])
    return match === undefined
  })
  return { records: rows, count }
}
