/**
 * The form of a file of rejected rows: UTF-8 with a mark, commas, the file's own columns, then line and reason. It can be
 * opened in a spreadsheet, mended and imported with the mapping of the file that the rows come from.
 */

import type { Mapping } from '../mapping/mapping-schema'
import type { Row } from './row'

export const REASON_COLUMNS = ['import: line', 'import: reason'] as const

/** What a spreadsheet would calculate, behind the apostrophes that keep it from doing so. */
const FORMULA = /^'*[=+\-@\t\r]/

/** A cell that no spreadsheet takes for a formula. `unguard` undoes it. */
export const guard = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

/** The cell before `guard`. */
export const unguard = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

const HEADING_END = /"?import: line"?[,;\t]"?import: reason"?\s*$/

/** True for the text of a file of rejected rows, also where a spreadsheet saved it with another delimiter. */
export const isRejectsHeading = (text: string): boolean =>
  HEADING_END.test(text.slice(0, Math.max(0, text.search(/[\r\n]/))))

/** The mapping for the rejected rows of a file. */
export const asRejects = (mapping: Mapping): Mapping => ({
  ...mapping,
  format: 'csv',
  delimiter: undefined,
  quotes: 'fields',
  header: true,
  rowsUnderHeading: 0,
  footers: [],
})

/** Takes line and reason off the rows, so that their keys are those of the rows in the first file. */
export const withoutReason = (
  headingCells: readonly string[],
  rows: readonly Row[],
): { headingCells: string[]; rows: Row[] } => {
  const width = headingCells.length - REASON_COLUMNS.length
  const ownFields = ({ line, fields }: Row): Row => ({ line, fields: fields.slice(0, width).map(unguard) })
  return { headingCells: headingCells.slice(0, width), rows: rows.map(ownFields) }
}
