/** Finds the row of headings, which may stand below title lines. */

import { columnsUsed } from '../mapping/columns-used'
import type { Mapping } from '../mapping/mapping-schema'
import { delimiterName, rankDelimiters } from './delimiter'
import { FileFault } from './file-fault'
import { createHeadings, type Headings } from './headings'
import { quoted } from './printable'
import { type Dialect, type FileRecord, isEmptyRecord, peekRecords } from './records'

/** Titles above a heading are few; a heading further down is not looked for. */
const SEARCHED_RECORDS = 50

export interface FoundHeading {
  dialect: Dialect
  headings: Headings
  /** Cells of the heading as they stand in the file. */
  cells: string[]
  /** Index of the heading among all records. */
  index: number
  line: number
}

interface Candidate extends FoundHeading {
  missing: string[]
}

const toCandidate = (
  record: FileRecord,
  index: number,
  dialect: Dialect,
  used: readonly string[],
): Candidate => {
  const headings = createHeadings(record.cells)
  const missing = used.filter((column) => 'missing' in headings.find(column))
  return { dialect, headings, cells: record.cells, index, line: record.line, missing }
}

const listCandidates = (text: string, dialect: Dialect, used: readonly string[]): Candidate[] =>
  peekRecords(text, dialect, SEARCHED_RECORDS).flatMap((record, index) =>
    isEmptyRecord(record) ? [] : [toCandidate(record, index, dialect, used)],
  )

const toDialects = (text: string, { format, quotes, delimiter }: Mapping): Dialect[] => {
  if (format === 'whitespace') return [{ format, quotes, delimiter: ' ' }]
  const delimiters = delimiter === undefined ? rankDelimiters(text, { format, quotes }) : [delimiter]
  return delimiters.map((mark) => ({ format, quotes, delimiter: mark }))
}

/** The row with most of the columns; of equal ones the first. */
const best = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>(
    (found, next) => (found && found.missing.length <= next.missing.length ? found : next),
    undefined,
  )

/** @throws FileFault for a heading that stands several times where the mapping uses it without a number */
const refuseDoubled = ({ headings, line }: Candidate, used: readonly string[], name: string): void => {
  for (const column of used) {
    const found = headings.find(column)
    if ('doubled' in found)
      throw new FileFault(
        `The heading ${quoted(column)} stands ${found.doubled} times in line ${line} of ${name}: the mapping must say which, as {${column}#1} or {${column}#2}.`,
      )
  }
}

const missingColumns = (name: string, found: Candidate | undefined): FileFault => {
  const columns = found?.headings.names.map((column) => quoted(column)).join(', ')
  return new FileFault(
    `The mapping uses the column ${quoted(found?.missing[0] ?? '')}, but ${name}, read with ${delimiterName(found?.dialect.delimiter ?? ',')}, has: ${columns}.`,
  )
}

/**
 * The row of `text` that has all columns of the mapping.
 * @throws FileFault when there is none, and when a column is ambiguous
 */
export const findHeading = (text: string, mapping: Mapping, name: string): FoundHeading => {
  const used = columnsUsed(mapping)
  const found = best(toDialects(text, mapping).flatMap((dialect) => listCandidates(text, dialect, used)))
  if (found === undefined || found.missing.length > 0) throw missingColumns(name, found)
  refuseDoubled(found, used, name)
  return found
}
