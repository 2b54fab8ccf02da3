/** Groups rows to orders by their order number. */

import { customerColumns } from '../mapping/columns-used'
import type { Mapping } from '../mapping/mapping-schema'
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

/** Rows of one order may stand anywhere in the file. */
export const groupRows = (rows: readonly Row[], mapping: Mapping, read: ReadCell): RowGroup[] => {
  const { number: value } = mapping.order
  if (value === undefined) return rows.map((row) => ({ number: null, rows: [row], problem: null }))
  const groups = new Map<string, Row[]>()
  const numberless: RowGroup[] = []
  for (const row of rows) {
    const number = readValue(value, columnsOf(read, row, 'code'))
    const problem = numberProblem(number)
    if (problem !== null) numberless.push({ number: number || null, rows: [row], problem })
    else groups.set(number, [...(groups.get(number) ?? []), row])
  }
  const columns = customerColumns(mapping)
  const numbered = [...groups].map(([number, members]) => ({
    number,
    rows: members,
    problem: disagreement(number, members, read, columns),
  }))
  return [...numbered, ...numberless]
}
