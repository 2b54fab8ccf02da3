/** The parser of amounts as files write them, with other decimals, groups and signs. Apart, since no page needs it. */

import { minorDigits } from './money'
import { parseDecimal } from './numbers'

/** How a text writes decimals. */
export interface DecimalFormat {
  /** `.` unless given. */
  decimal?: '.' | ',' | undefined
  /** Between thousands, or lakhs; a blank stands for every kind of blank. None unless given. */
  group?: '.' | ',' | ' ' | "'" | undefined
  /** Accepts a minus in front. */
  isSigned?: boolean | undefined
}

const GROUP_PATTERNS = { '.': '\\.', ',': ',', ' ': '[ \\u00a0\\u2009\\u202f]', "'": "['’]" } as const

const toUnitsPattern = (group: DecimalFormat['group']): string => {
  if (group === undefined) return '[0-9]+'
  const g = GROUP_PATTERNS[group]
  return `[0-9]{1,3}(?:${g}[0-9]{3})+|[0-9]{1,2}(?:${g}[0-9]{2})+${g}[0-9]{3}|[0-9]+`
}

/**
 * A decimal as an integer of its last digit, such as 123450 for `1.234,50` with 2 digits.
 * @param digits decimals of the result; more are accepted where they are zeros
 * @returns null for what is not written so, and for more than 15 digits
 */
export const parseFormattedDecimal = (
  text: string,
  digits: number,
  { decimal = '.', group, isSigned = false }: DecimalFormat = {},
): number | null => {
  const sign = isSigned ? '([-−])?' : '()'
  const pattern = new RegExp(`^${sign}(${toUnitsPattern(group)})(?:\\${decimal}([0-9]+))?$`)
  const [, minus, units = '', decimals] = pattern.exec(text.trim()) ?? []
  const amount = parseDecimal(units.replace(/[^0-9]/g, '') + (decimals ? `.${decimals}` : ''), digits)
  return minus && amount ? -amount : amount
}

/**
 * An amount that a file writes, such as `58.00`, in minor units.
 * @param currency ISO 4217; decides how many decimals there may be
 * @returns null for what is no amount, or has a fraction of the minor unit
 */
export const parseMoney = (text: string, currency: string, format?: DecimalFormat): number | null =>
  parseFormattedDecimal(text, minorDigits(currency), format)
