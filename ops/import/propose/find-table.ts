/** Finds heading and rows of a file without a mapping. */

import { basename } from 'node:path'
import { decodeFile } from '../read/decode'
import { delimiterName, rankDelimiters } from '../read/delimiter'
import { FileFault } from '../read/file-fault'
import { createHeadings } from '../read/headings'
import { type Dialect, type FileRecord, isEmptyRecord, peekRecords } from '../read/records'
import { recognise } from './known-headings'

const SEARCHED_RECORDS = 200

export interface FoundTable {
  /** How it is read, in a sentence. */
  note: string
  encoding: string | undefined
  delimiter: string
  names: string[]
  rows: FileRecord[]
}

interface Request {
  path: string
  bytes: Buffer
  encoding: string | undefined
}

const countKnown = ({ cells }: FileRecord): number =>
  Object.keys(recognise(createHeadings(cells).names)).length

/** @throws FileFault for a file that has no table */
export const findTable = ({ path, bytes, encoding }: Request): FoundTable => {
  const name = basename(path)
  const decoded = decodeFile(bytes, { name, given: encoding })
  const shape = { format: 'csv', quotes: 'fields' } as const
  const [delimiter = ','] = rankDelimiters(decoded.text, shape)
  const dialect: Dialect = { ...shape, delimiter }
  const records = peekRecords(decoded.text, dialect, SEARCHED_RECORDS).filter(
    (record) => !isEmptyRecord(record),
  )
  const known = records.map(countKnown)
  const at = known.indexOf(Math.max(...known))
  const heading = records[at]
  if (!heading || known[at] === 0)
    throw new FileFault(`${name} has no row of headings that is known; its columns are to be named by hand.`)
  return {
    note: `Read as ${decoded.encoding}, separated by ${delimiterName(delimiter)}; the heading is in line ${heading.line}.`,
    encoding,
    delimiter,
    names: createHeadings(heading.cells).names,
    rows: records.slice(at + 1).filter(({ cells }) => cells.length === heading.cells.length),
  }
}
