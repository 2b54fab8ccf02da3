/** Parsers of the texts in a file. Each returns null for a text that it does not understand and guesses nothing. */

import { MAX_QUANTITY } from '../../temporal/contract/orders/order'

export const DATE_FORMATS = ['YYYY-MM-DD', 'YYYYMMDD', 'DD.MM.YYYY', 'MM/DD/YYYY'] as const
export type DateFormat = (typeof DATE_FORMATS)[number]

const DATE_PATTERNS: Record<DateFormat, RegExp> = {
  'YYYY-MM-DD': /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
  YYYYMMDD: /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  'DD.MM.YYYY': /^(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{4})$/,
  'MM/DD/YYYY': /^(?<month>\d{2})\/(?<day>\d{2})\/(?<year>\d{4})$/,
}

/**
 * Exact cents of a decimal such as `29.33`; never through a float, where 29.33 × 100 is 2932.9999999999995.
 * @returns null for signs, thousands separators, more than two decimals, or an unsafe integer
 */
export const parseCents = (text: string): number | null => {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) return null
  const [, units = '', decimals = ''] = match
  const cents = Number(units + decimals.padEnd(2, '0'))
  return Number.isSafeInteger(cents) ? cents : null
}

/** A whole number from 1 to the limit of an order, or null. */
export const parseQuantity = (text: string): number | null => {
  if (!/^\d{1,6}$/.test(text)) return null
  const quantity = Number(text)
  return quantity >= 1 && quantity <= MAX_QUANTITY ? quantity : null
}

/** `YYYY-MM-DD` of a day in the calendar, or null. */
export const parseDate = (text: string, format: DateFormat): string | null => {
  const parts = DATE_PATTERNS[format].exec(text)?.groups
  if (!parts) return null
  const iso = `${parts.year}-${parts.month}-${parts.day}`
  const day = new Date(`${iso}T00:00:00Z`)
  // Some engines parse 30 February as 2 March; only a round trip shows that the day exists.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) ? iso : null
}
