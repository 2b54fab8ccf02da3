/** Money is an integer of the currency's minor unit with an ISO 4217 code; this is its only formatter and parser. */

import { minorDigits } from './minor-units'
import { type DecimalFormat, parseDecimal } from './numbers'

export const DEFAULT_CURRENCY = 'USD'

/**
 * Currencies that are shown by their sign. Others are shown by their code, since their signs differ between the ICU of
 * Node.js and that of a browser (XCG: `Cg.` and `XCG`) or changed lately (XOF, PHP).
 */
const SHOWN_BY_SIGN = 'AUD BRL CAD CNY EUR GBP HKD ILS INR JPY KRW MXN NZD TWD USD VND XCD'.split(' ')

/**
 * An amount as a plain decimal, such as `58.00`, for files and form fields.
 * @param amount integer of the minor unit
 * @param digits see `minorDigits`
 */
export const toDecimalText = (amount: number, digits: number): `${number}` => {
  const sign = amount < 0 ? '-' : ''
  const figures = String(Math.abs(amount)).padStart(digits + 1, '0')
  if (digits === 0) return `${sign}${figures}` as `${number}`
  return `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}` as `${number}`
}

/**
 * Money as people read it, such as `$412.50`, `¥5,800` or `KWD 1.250`.
 * @param amountCents integer of the currency's minor unit
 * @param currency ISO 4217
 */
export const formatMoney = (amountCents: number, currency: string, locale = 'en-US'): string => {
  const digits = minorDigits(currency)
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: SHOWN_BY_SIGN.includes(currency) ? 'symbol' : 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  // As text, since a large amount divided by 1000 is no longer exact.
  return format.format(toDecimalText(amountCents, digits))
}

/**
 * An amount that a person or a file writes, such as `58.00`, in minor units.
 * @param currency ISO 4217; decides how many decimals there may be
 * @returns null for what is no amount, or has a fraction of the minor unit
 */
export const parseMoney = (text: string, currency: string, format?: DecimalFormat): number | null =>
  parseDecimal(text, minorDigits(currency), format)
