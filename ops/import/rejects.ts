/** The file of rejected rows; it is not created when every row was placed. */

import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Row } from './rows'

const quoteCsv = (text: string): string => `"${text.replaceAll('"', '""')}"`

export interface Rejects {
  add(row: Row, reason: string): void
  count(): number
}

/**
 * Removes the file of an earlier run. Rows are written immediately, so that a killed run loses none.
 */
export const openRejects = (file: string): Rejects => {
  rmSync(file, { force: true })
  let count = 0
  return {
    add(row, reason) {
      if (count === 0) {
        mkdirSync(dirname(file), { recursive: true })
        appendFileSync(file, 'line,reason,row\n')
      }
      count += 1
      appendFileSync(file, `${row.line},${quoteCsv(reason)},${quoteCsv(row.fields.join(' '))}\n`)
    },
    count: () => count,
  }
}
