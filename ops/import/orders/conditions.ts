/** Conditions of a mapping on a row or an order. */

import type { Condition } from '../mapping/mapping-schema'
import { interpolate, type ReadColumn } from '../mapping/template'
import { quoted } from '../read/printable'

const includes = (list: string | readonly string[], text: string): boolean =>
  [list].flat().some((word) => word.trim().toLowerCase() === text.toLowerCase())

const NEGATIVE = /^\(.*\)$|^\p{Sc}?\s*[-−－]|[-−]$/u

const holds = ({ is, not, empty, matches, negative }: Condition, text: string): boolean =>
  (is === undefined || includes(is, text)) &&
  (not === undefined || !includes(not, text)) &&
  (empty === undefined || (text === '') === empty) &&
  (matches === undefined || new RegExp(matches, 'u').test(text)) &&
  (negative === undefined || NEGATIVE.test(text) === negative)

/** The first condition that does not hold, in words such as `Status is "voided"`; null when all hold. */
export const unmetCondition = (conditions: readonly Condition[], read: ReadColumn): string | null => {
  for (const condition of conditions) {
    const text = interpolate(condition.column, read)
    if (holds(condition, text)) continue
    const column = condition.column.replace(/[{}]/g, '')
    return text === '' ? `${column} is empty` : `${column} is ${quoted(text)}`
  }
  return null
}
