/** The rows of a file below its heading, with what was left out around them. */

import { basename } from 'node:path'
import { columnsUsed } from '../mapping/columns-used'
import type { Mapping } from '../mapping/mapping-schema'
import { decodeFile } from './decode'
import { delimiterName } from './delimiter'
import { FileFault } from './file-fault'
import { findHeading } from './find-heading'
import { splitFooters } from './footers'
import { createHeadings, type Headings } from './headings'
import { quoted } from './printable'
import { type FileRecord, isEmptyRecord, readRecords } from './records'
import { asRejects, isRejectsHeading, withoutReason } from './rejects-dialect'
import type { Row } from './row'

export interface Table {
  headings: Headings
  /** Headings as they stand in the file. */
  headingCells: string[]
  rows: Row[]
  /** Rows with another number of columns, which the mapping rejects one by one. */
  otherLengths: Row[]
  /** Orders that a footer counts, or null. */
  footerCount: number | null
  /** How the file is read, in sentences. */
  notes: string[]
}

export interface ReadRequest {
  path: string
  bytes: Buffer
  mapping: Mapping
  /** Encoding of the command line. */
  encoding?: string | undefined
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

const describe = (encoding: string, mapping: Mapping, delimiter: string): string =>
  mapping.format === 'whitespace'
    ? `Read as ${encoding}, separated by blanks.`
    : `Read as ${encoding}, separated by ${delimiterName(delimiter)}.`

/** @throws FileFault for the first row with another number of columns */
const splitLengths = (rows: Row[], width: number, mapping: Mapping, name: string) => {
  const fits = ({ fields }: Row) => fields.length === width
  const isRejected =
    (mapping.otherLengths ?? (mapping.format === 'csv' ? 'file' : 'reject the row')) === 'reject the row'
  const other = rows.find((row) => !fits(row))
  if (other && !isRejected)
    throw new FileFault(
      `Line ${other.line} of ${name} has ${counted(other.fields.length, 'column')} instead of ${width}: ${quoted(other.fields.join(' | '))}.`,
    )
  return { rows: rows.filter(fits), otherLengths: rows.filter((row) => !fits(row)) }
}

const toRow = ({ line, cells }: FileRecord): Row => ({ line, fields: cells.map((cell) => cell.trim()) })

interface Body {
  headings: Headings
  headingCells: string[]
  records: FileRecord[]
  delimiter: string
  notes: string[]
}

const belowHeading = (text: string, mapping: Mapping, name: string): Body => {
  const { dialect, headings, cells, index, line } = findHeading(text, mapping, name)
  const records = readRecords(text, dialect, name)
  const skipped = mapping.rowsUnderHeading
  const notes = [
    ...(index > 0 ? [`The heading is in line ${line}; ${counted(index, 'row')} above it left out.`] : []),
    ...(skipped > 0 ? [`${counted(skipped, 'row')} of explanations under the heading left out.`] : []),
  ]
  const below = records.slice(index + 1 + skipped)
  return { headings, headingCells: cells, records: below, delimiter: dialect.delimiter, notes }
}

const withoutHeading = (text: string, mapping: Mapping, name: string): Body => {
  const columns = mapping.columns ?? []
  const delimiter = mapping.delimiter ?? ','
  const records = readRecords(text, { ...mapping, delimiter }, name)
  return { headings: createHeadings(columns), headingCells: columns, records, delimiter, notes: [] }
}

/** A file of rejected rows is read by its own form, whatever the form of the file that they come from. */
const fittingMapping = (text: string, mapping: Mapping): Mapping =>
  isRejectsHeading(text) ? asRejects(mapping) : mapping

/**
 * Reads a file as a mapping describes it.
 * @throws FileFault when the file as a whole cannot be read so
 */
export const readTable = ({ path, bytes, mapping: given, encoding }: ReadRequest): Table => {
  const name = basename(path)
  const decoded = decodeFile(bytes, { name, mapped: given.encoding, given: encoding })
  const mapping = fittingMapping(decoded.text, given)
  const body = mapping.header
    ? belowHeading(decoded.text, mapping, name)
    : withoutHeading(decoded.text, mapping, name)
  const isRejects = mapping !== given
  const { records, count } = splitFooters(body.records, mapping.footers)
  const rows = records.filter((record) => !isEmptyRecord(record)).map(toRow)
  const table = splitLengths(rows, body.headingCells.length, mapping, name)
  if (rows.length === 0) throw new FileFault(`${name} has no rows below its heading.`)
  return {
    headings: body.headings,
    headingCells: body.headingCells,
    ...table,
    footerCount: count,
    notes: [describe(decoded.encoding, mapping, body.delimiter), ...body.notes],
    ...(isRejects ? withoutReason(body.headingCells, table.rows) : {}),
  }
}

/** True when the mapping's columns are all in the file; faults count as no. */
export const fitsMapping = ({ path, bytes, mapping, encoding }: ReadRequest): boolean => {
  try {
    const { text } = decodeFile(bytes, { name: path, mapped: mapping.encoding, given: encoding })
    const fitting = fittingMapping(text, mapping)
    if (!fitting.header) return false
    const { headings } = findHeading(text, fitting, path)
    return columnsUsed(mapping).every((column) => 'index' in headings.find(column))
  } catch (error) {
    if (error instanceof FileFault) return false
    throw error
  }
}
