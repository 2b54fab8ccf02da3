/** Amounts of a file in minor units. */

import { minorDigits } from '../../../temporal/contract/money'
import { type Decimal, type NumberFormat, parseDecimal } from './decimal'

export interface MoneyFormat {
  numbers: NumberFormat
  amounts: 'unit' | 'smallest unit'
  /** ISO 4217 */
  currency: string
}

/** Currencies that a sign may stand for; a sign that is missing here says nothing. */
const SIGNS: Record<string, readonly string[]> = {
  '€': ['EUR'],
  '£': ['GBP', 'EGP', 'GIP', 'SHP', 'FKP', 'SSP', 'SYP', 'LBP', 'SDG'],
  '¥': ['JPY', 'CNY'],
  '￥': ['JPY', 'CNY'],
  円: ['JPY'],
  元: ['CNY'],
  '₹': ['INR'],
  '₩': ['KRW'],
  '₽': ['RUB'],
  zł: ['PLN'],
}
const SIGN = /\p{Sc}|円|元|zł|\b[A-Z]{3}\b/gu

const isSignOf = (sign: string, currency: string): boolean =>
  /^[A-Z]{3}$/.test(sign) ? sign === currency : (SIGNS[sign]?.includes(currency) ?? true)

/** An amount in units of 10^-`digits`, or why it is none. */
export const parseAmount = (text: string, { numbers, amounts, currency }: MoneyFormat): Decimal | string => {
  const other = [...text.matchAll(SIGN)].find(([sign]) => !isSignOf(sign, currency))
  if (other) return `is not in ${currency}`
  const value = parseDecimal(text.replace(SIGN, '').trim(), numbers)
  if (value === null) return `is not an amount written as ${numbers}`
  return amounts === 'unit' ? value : { units: value.units, scale: value.scale + minorDigits(currency) }
}

/** An amount of minor units for people, such as `29.33 USD`. */
export const formatMinor = (minor: number, currency: string): string => {
  const digits = minorDigits(currency)
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, ',')
  const decimals = digits === 0 ? '' : `.${text.slice(-digits)}`
  return `${minor < 0 ? '-' : ''}${whole}${decimals} ${currency}`
}
