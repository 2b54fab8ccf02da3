/** Finds the mapping of a file: the one that was named, or the shipped one whose columns the file has. */

import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { FileFault } from '../read/file-fault'
import { fitsMapping } from '../read/table'
import { columnsUsed } from './columns-used'
import type { Mapping } from './mapping-schema'
import { readMapping } from './read-mapping'

const SHIPPED = join(import.meta.dirname, '..', 'mappings')
const CDNOW = join(import.meta.dirname, '..', 'cdnow.json')
/** Rows of the CDNOW sample: two ids, a day, a count and dollars. */
const CDNOW_ROW = /^\s*\d{5}\s+\d{4}\s+\d{8}\s+\d+\s+\d+\.\d{2}\s/

export interface ChosenMapping {
  path: string
  mapping: Mapping
}

interface FileToImport {
  path: string
  bytes: Buffer
  encoding: string | undefined
}

const listShipped = (): ChosenMapping[] =>
  readdirSync(SHIPPED)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ path: join(SHIPPED, name), mapping: readMapping(join(SHIPPED, name)) }))

/** Of the fitting mappings the one that reads most columns knows the file best. */
const mostSpecific = (fitting: readonly ChosenMapping[], name: string): ChosenMapping => {
  const [first, second] = fitting.toSorted(
    (a, b) => columnsUsed(b.mapping).length - columnsUsed(a.mapping).length,
  )
  if (!first)
    throw new FileFault(
      `No mapping fits the headings of ${name}: --propose prints one for it, and --mapping FILE takes yours.`,
    )
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
  return mostSpecific(fitting, basename(path))
}

/**
 * The mapping of a file.
 * @param named path of the command line, or null
 */
export const chooseMapping = (file: FileToImport, named: string | null): ChosenMapping =>
  named === null ? findMapping(file) : { path: named, mapping: readMapping(named) }
