/** Rows of a file, one at a time, so that its size does not matter. */

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { type CsvError, parse } from 'csv-parse'

export interface Row {
  /** Line of the file that the row ends on, from 1. */
  line: number
  fields: string[]
  /** Why the row could not be split, where it could not. */
  error?: string
}

export type RowFormat = { format: 'whitespace' } | { format: 'csv'; delimiter: string }

async function* whitespaceRows(file: string): AsyncGenerator<Row> {
  // readline takes \n and \r\n alike when crlfDelay is endless.
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
  let broken: CsvError | undefined
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    // A quote inside a value is taken as it stands: a stricter parser loses its place and drops later rows.
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      broken = error
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
  if (broken)
    yield { line: line + 1, fields: [], error: `the rest of the file cannot be read: ${broken.message}` }
}

/**
 * The rows of `file` in its order; empty lines are passed over.
 * @throws the file system's error when it cannot be read
 */
export const readRows = (file: string, format: RowFormat): AsyncGenerator<Row> =>
  format.format === 'csv' ? csvRows(file, format.delimiter) : whitespaceRows(file)

/** How many rows `file` has. */
export const countRows = async (file: string, format: RowFormat): Promise<number> => {
  let count = 0
  for await (const _ of readRows(file, format)) count += 1
  return count
}
