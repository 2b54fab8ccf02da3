/** Reads cells of rows by the names of their columns. */

import type { Mapping } from '../mapping/mapping-schema'
import type { ReadColumn } from '../mapping/template'
import type { Row } from '../read/row'
import type { Table } from '../read/table'
import { type CellKind, cleanCell } from '../values/cell'
import { spellingBefore } from '../values/decoded-twice'

export type ReadCell = (row: Row, column: string, kind: CellKind) => string

/** A reader of the rows of a table; a column that the table does not have is empty. */
export const createCellReader = ({ headings }: Pick<Table, 'headings'>, mapping: Mapping): ReadCell => {
  const indexes = new Map<string, number>()
  const indexOf = (column: string): number => {
    const known = indexes.get(column)
    if (known !== undefined) return known
    const found = headings.find(column)
    const index = 'index' in found ? found.index : -1
    indexes.set(column, index)
    return index
  }
  return ({ fields }, column, kind) => {
    const text = cleanCell(fields[indexOf(column)] ?? '', kind, mapping.entities)
    return kind === 'text' && mapping.decodedTwice === 'repair' ? (spellingBefore(text) ?? text) : text
  }
}

/** Reads the columns of one row. */
export const columnsOf =
  (read: ReadCell, row: Row, kind: CellKind): ReadColumn =>
  (column) =>
    read(row, column, kind)

/** Reads the columns of an order: a value stands on any of its rows, the first one counts. */
export const firstOf =
  (read: ReadCell, rows: readonly Row[], kind: CellKind): ReadColumn =>
  (column) => {
    for (const row of rows) {
      const text = read(row, column, kind)
      if (text !== '') return text
    }
    return ''
  }
