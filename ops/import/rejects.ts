/** The file of rows that could not be placed; there is none when all could. */

import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Row } from './rows'

const quoteCsv = (text: string): string => `"${text.replaceAll('"', '""')}"`

export interface Rejects {
  add(row: Row, reason: string): void
  count(): number
}

/**
 * Replaces what an earlier run left at `file`. Rows are written as they come, so a killed run leaves what it had.
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
