/** Splits the text of a file into records, each with the line it begins on. */

import { CsvError, parse } from 'csv-parse/sync'
import { FileFault } from './file-fault'
import { quoted } from './printable'

export interface FileRecord {
  /** Line of the file that the record begins on, counted from 1. */
  line: number
  cells: string[]
  /** The record as it stands in the file. */
  raw: string
}

export interface Dialect {
  format: 'csv' | 'whitespace'
  delimiter: string
  /** `letters`: quotes are ordinary letters of values. */
  quotes: 'fields' | 'letters'
}

interface Parsed {
  record: string[]
  raw: string
}

const countBreaks = (raw: string): number => raw.match(/\r\n|\n|\r/g)?.length ?? 0

const toPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Matches a record whose quotes open and close whole values; a value may contain a quote unless it begins with one. */
const wellQuoted = (delimiter: string): RegExp => {
  const d = toPattern(delimiter)
  const value = `(?:"[^"]*(?:""[^"]*)*"|[^"${d}][^${d}]*|)`
  return new RegExp(`^${value}(?:${d}${value})*$`)
}

const quoteAdvice = 'if quotes are letters in this file, say "quotes": "letters" in the mapping'

/** The parser of the package reads `"a" b` as text and goes on, which moves values into other columns. */
const refuseBrokenQuotes = (records: readonly FileRecord[], { delimiter }: Dialect, name: string): void => {
  const pattern = wellQuoted(delimiter)
  const broken = records.find(({ raw }) => raw.includes('"') && !pattern.test(raw.replace(/[\r\n]+$/, '')))
  if (broken)
    throw new FileFault(
      `Line ${broken.line} of ${name} has a quote that closes within a value (${quoted(broken.raw.trim())}): ${quoteAdvice}.`,
    )
}

/** The package's own line numbers count a CRLF within quotes twice, so lines are counted here. */
const numberLines = (parsed: readonly Parsed[]): FileRecord[] => {
  let line = 1
  return parsed.map(({ record, raw }) => {
    const next = { line, cells: record, raw: raw.replace(/\r?\n?$/, '') }
    line += countBreaks(raw)
    return next
  })
}

const nextLine = (parsed: readonly Parsed[]): number =>
  parsed.reduce((line, { raw }) => line + countBreaks(raw), 1)

const parseCsv = (text: string, { delimiter, quotes }: Dialect, name: string, limit?: number): Parsed[] => {
  const parsed: Parsed[] = []
  try {
    parse(text, {
      delimiter,
      quote: quotes === 'fields' ? '"' : null,
      record_delimiter: text.includes('\n') ? ['\r\n', '\n'] : ['\r'],
      relax_quotes: true,
      relax_column_count: true,
      raw: true,
      ...(limit === undefined ? {} : { to: limit }),
      on_record: (record) => {
        parsed.push(record as unknown as Parsed)
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (limit !== undefined) return parsed
    if (error.code !== 'CSV_QUOTE_NOT_CLOSED')
      throw new FileFault(`${name} cannot be read: ${error.message}.`)
    throw new FileFault(
      `Line ${nextLine(parsed)} of ${name} opens a quote that never closes; ${quoteAdvice}.`,
    )
  }
  return parsed
}

const splitWhitespace = (text: string): FileRecord[] =>
  text.split(/\r\n|\n|\r/).map((raw, index) => ({
    line: index + 1,
    cells: raw.trim() === '' ? [''] : raw.trim().split(/\s+/),
    raw,
  }))

/**
 * All records of a text, also empty ones.
 * @throws FileFault for quotes that do not open and close whole values
 */
export const readRecords = (text: string, dialect: Dialect, name: string): FileRecord[] => {
  if (dialect.format === 'whitespace') return splitWhitespace(text)
  const records = numberLines(parseCsv(text, dialect, name))
  if (dialect.quotes === 'fields') refuseBrokenQuotes(records, dialect, name)
  return records
}

/** The first records of a text, to find its heading; faults are left to `readRecords`. */
export const peekRecords = (text: string, dialect: Dialect, limit: number): FileRecord[] =>
  dialect.format === 'whitespace'
    ? splitWhitespace(text).slice(0, limit)
    : numberLines(parseCsv(text, dialect, '', limit))

/** True for a record without any text. */
export const isEmptyRecord = ({ cells }: Pick<FileRecord, 'cells'>): boolean =>
  cells.every((cell) => cell.trim() === '')
