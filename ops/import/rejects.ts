/** The file of rejected rows: the columns of the file and the reason. It can be mended and imported. */

import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { guard, REASON_COLUMNS } from './read/rejects-dialect'
import type { Row } from './read/row'

/** Rows hold names and addresses, so only their owner may read them. */
const OWNER_ONLY = 0o600

const BYTE_ORDER_MARK = '\ufeff'

export interface Rejects {
  add(rows: readonly Row[], reason: string): void
  /** Path of the file, or null while there is nothing in it. */
  path(): string | null
}

/** `a.rejects.csv`, then `a.rejects-2.csv` and so on: files of earlier runs are kept. */
const firstFreePath = (path: string): string => {
  const [, base = path, end = ''] = /^(.*?)(\.[^./\\]*)?$/.exec(path) ?? []
  for (let number = 1; ; number += 1) {
    const next = number === 1 ? path : `${base}-${number}${end}`
    if (!existsSync(next)) return next
  }
}

/** As many cells as the heading has; what is too much goes into the last one, so that nothing is lost. */
const fitted = (fields: readonly string[], width: number): string[] => {
  if (fields.length <= width) return [...fields, ...Array<string>(width - fields.length).fill('')]
  return [...fields.slice(0, width - 1), fields.slice(width - 1).join(' ')]
}

/** Rows are written immediately, so that a killed run loses none. */
export const openRejects = (wanted: string, headingCells: readonly string[]): Rejects => {
  let path: string | null = null
  const create = (): string => {
    mkdirSync(dirname(wanted), { recursive: true })
    const created = firstFreePath(wanted)
    const heading = stringify([[...headingCells, ...REASON_COLUMNS]])
    writeFileSync(created, `${BYTE_ORDER_MARK}${heading}`, { mode: OWNER_ONLY, flag: 'wx' })
    return created
  }
  return {
    add(rows, reason) {
      path ??= create()
      const records = rows.map(({ line, fields }) => [
        ...fitted(fields, headingCells.length).map(guard),
        String(line),
        guard(reason),
      ])
      appendFileSync(path, stringify(records))
    },
    path: () => path,
  }
}
