/** Finds the mapping of a file: the one that was named, or the shipped one whose columns the file has. */

import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { decodeFile } from '../read/decode'
import { rankDelimiters } from '../read/delimiter'
import { FileFault } from '../read/file-fault'
import { quoted } from '../read/printable'
import { peekRecords } from '../read/records'
import { fitsMapping } from '../read/table'
import { columnsUsed } from './columns-used'
import type { Mapping } from './mapping-schema'
import { readMapping } from './read-mapping'

const SHIPPED = join(import.meta.dirname, '..', 'mappings')
const CDNOW = join(import.meta.dirname, '..', 'cdnow.json')
const SEARCHED_RECORDS = 20
/** Rows of the CDNOW sample: two ids, a day, a count and dollars. */
const CDNOW_ROW = /^\s*\d{5}\s+\d{4}\s+\d{8}\s+\d+\s+\d+\.\d{2}\s/

export interface ChosenMapping {
  path: string
  mapping: Mapping
}

const listShipped = (): ChosenMapping[] =>
  readdirSync(SHIPPED)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ path: join(SHIPPED, name), mapping: readMapping(join(SHIPPED, name)) }))

interface FileToImport {
  path: string
  bytes: Buffer
  encoding: string | undefined
}

const SHOWN_HEADINGS = 8

/** The first row that looks like headings, for the sentence that no mapping fits them. */
const firstHeadings = (text: string): string => {
  const shape = { format: 'csv', quotes: 'fields' } as const
  const [delimiter = ','] = rankDelimiters(text, shape)
  const records = peekRecords(text, { ...shape, delimiter }, SEARCHED_RECORDS)
  const cells =
    records.find(({ cells: found }) => found.filter((cell) => cell.trim() !== '').length > 1)?.cells ?? []
  return cells
    .slice(0, SHOWN_HEADINGS)
    .map((cell) => quoted(cell.trim()))
    .join(', ')
}

/** A file that cannot be decoded at all is told so: its headings are then not the fault. */
const noMapping = ({ path, bytes, encoding }: FileToImport): FileFault => {
  const name = basename(path)
  const { text } = decodeFile(bytes, { name, given: encoding })
  return new FileFault(
    `No mapping fits the headings of ${name} (${firstHeadings(text)}): --propose prints one for it, and --mapping FILE takes yours.`,
  )
}

/** Of the fitting mappings the one that reads most columns knows the file best. */
const mostSpecific = (fitting: readonly ChosenMapping[], file: FileToImport): ChosenMapping => {
  const name = basename(file.path)
  const [first, second] = fitting.toSorted(
    (a, b) => columnsUsed(b.mapping).length - columnsUsed(a.mapping).length,
  )
  if (!first) throw noMapping(file)
  if (second && columnsUsed(first.mapping).length === columnsUsed(second.mapping).length)
    throw new FileFault(
      `${basename(first.path)} and ${basename(second.path)} fit the headings of ${name}: choose with --mapping FILE.`,
    )
  return first
}

/** The shipped mapping of a file, by its headings. Throws FileFault where none fits, or two alike. */
export const findMapping = ({ path, bytes, encoding }: FileToImport): ChosenMapping => {
  if (CDNOW_ROW.test(bytes.subarray(0, 200).toString('latin1')))
    return { path: CDNOW, mapping: readMapping(CDNOW) }
  // The CDNOW sample has no headings, but its file of rejects has.
  const candidates = [...listShipped(), { path: CDNOW, mapping: readMapping(CDNOW) }]
  const fitting = candidates.filter(({ mapping }) => fitsMapping({ path, bytes, mapping, encoding }))
  return mostSpecific(fitting, { path, bytes, encoding })
}

/**
 * The mapping of a file.
 * @param named path of the command line, or null
 */
export const chooseMapping = (file: FileToImport, named: string | null): ChosenMapping =>
  named === null ? findMapping(file) : { path: named, mapping: readMapping(named) }
