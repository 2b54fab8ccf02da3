/** Groups rows to orders by their order number. */

import { customerColumns } from '../mapping/columns-used'
import type { Mapping, Value } from '../mapping/mapping-schema'
import { quoted } from '../read/printable'
import type { Row } from '../read/row'
import { readValue } from '../values/read-value'
import { isShortenedNumber } from '../values/unreadable'
import { linesOf } from './plan'
import { columnsOf, type ReadCell } from './read-cells'

export interface RowGroup {
  /** Null where the mapping names no order number: each row is an order. */
  number: string | null
  rows: Row[]
  /** Rows of the order that the mapping leaves out: no lines, but they may carry the customer. */
  leftOut: Row[]
  /** Why the rows are not one order, or null. */
  problem: string | null
}

const numberProblem = (number: string): string | null => {
  if (number === '') return 'there is no order number'
  return isShortenedNumber(number)
    ? `${quoted(number)} is no order number: a spreadsheet shortened it and its digits are lost`
    : null
}

const same = (a: string, b: string): boolean =>
  a.replace(/\s+/gu, ' ').toLowerCase() === b.replace(/\s+/gu, ' ').toLowerCase()

/** The first column of the customer in which two rows of a number differ, in words; null where they agree. */
const disagreement = (number: string, rows: readonly Row[], read: ReadCell, columns: readonly string[]) => {
  for (const column of columns) {
    const filled = rows.filter((row) => read(row, column, 'text') !== '')
    const [first] = filled
    const text = first ? read(first, column, 'text') : ''
    const other = filled.find((row) => !same(read(row, column, 'text'), text))
    if (first && other)
      return (
        `${linesOf([first, other])} share the order number ${quoted(number)} and disagree about the customer ` +
        `(${column}: ${quoted(text)} and ${quoted(read(other, column, 'text'))}), so they are not one order; ` +
        'spreadsheets round long numbers'
      )
  }
  return null
}

const groupByNumber = (rows: readonly Row[], value: Value, read: ReadCell): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const number = readValue(value, columnsOf(read, row, 'code'))
    const members = groups.get(number)
    if (members) members.push(row)
    else groups.set(number, [row])
  }
  return groups
}

/**
 * Rows of one order may stand anywhere in the file.
 * @param leftOut rows that the mapping leaves out
 */
export const groupRows = (
  rows: readonly Row[],
  leftOut: readonly Row[],
  mapping: Mapping,
  read: ReadCell,
): RowGroup[] => {
  const { number: value } = mapping.order
  if (value === undefined)
    return rows.map((row) => ({ number: null, rows: [row], leftOut: [], problem: null }))
  const columns = customerColumns(mapping)
  const others = groupByNumber(leftOut, value, read)
  return [...groupByNumber(rows, value, read)].flatMap(([number, members]): RowGroup[] => {
    const problem = numberProblem(number)
    if (problem !== null)
      return members.map((row) => ({ number: number || null, rows: [row], leftOut: [], problem }))
    return [
      {
        number,
        rows: members,
        leftOut: others.get(number) ?? [],
        problem: disagreement(number, members, read, columns),
      },
    ]
  })
}
