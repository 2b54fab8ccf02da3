/** Reads the rows of a file one at a time, so that its size does not matter. */

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { type CsvError, parse } from 'csv-parse'

export interface Row {
  /** Line of the file that the row ends on, counted from 1. */
  line: number
  fields: string[]
  /** Why the row could not be parsed. */
  error?: string
}

export type RowFormat = { format: 'whitespace' } | { format: 'csv'; delimiter: string }

async function* whitespaceRows(file: string): AsyncGenerator<Row> {
  // With an infinite crlfDelay readline treats \n and \r\n alike.
  const lines = createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  let line = 0
  for await (const text of lines) {
    line += 1
    const trimmed = text.replace(/^\uFEFF/, '').trim()
    if (trimmed !== '') yield { line, fields: trimmed.split(/\s+/) }
  }
}

async function* csvRows(file: string, delimiter: string): AsyncGenerator<Row> {
  let failure: CsvError | undefined
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    // Quotes inside a value are literal: a stricter parser would lose its position and drop later rows.
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      failure = error
      return undefined
    },
  })
  const input = createReadStream(file)
  input.on('error', (error) => parser.destroy(error))
  let line = 0
  for await (const { record, info } of input.pipe(parser)) {
    line = info.lines
    yield { line, fields: record.map((field: string) => field.trim()) }
  }
  if (failure)
    yield { line: line + 1, fields: [], error: `the rest of the file cannot be read: ${failure.message}` }
}

/**
 * Reads the rows of `file` in order, without empty lines.
 * @throws the error of the file system when the file cannot be read
 */
export const readRows = (file: string, format: RowFormat): AsyncGenerator<Row> =>
  format.format === 'csv' ? csvRows(file, format.delimiter) : whitespaceRows(file)

/** Counts the rows of `file`. */
export const countRows = async (file: string, format: RowFormat): Promise<number> => {
  let count = 0
  for await (const _ of readRows(file, format)) count += 1
  return count
}
