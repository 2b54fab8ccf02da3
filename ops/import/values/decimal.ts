/** Exact decimals of texts in files. Nothing passes through a float: 29.33 × 100 is 2932.9999999999995. */

/** How a file writes 1234.56; without a mark of thousands in the example none is accepted. */
export const NUMBER_FORMATS = [
  '1234.56',
  '1234,56',
  '1,234.56',
  '1.234,56',
  '1 234,56',
  '1 234.56',
  "1'234.56",
] as const
export type NumberFormat = (typeof NUMBER_FORMATS)[number]

/** `units` × 10^-`scale`. */
export interface Decimal {
  units: bigint
  scale: number
}

/** Digits of every script, full-width ones and signs of minus as their ASCII forms. */
const toAscii = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, toAsciiDigit)
    .replace(/[\u2212\u2013\ufe63\uff0d]/g, '-')

/** The digits of a script stand in blocks of ten, and a block begins behind something that is no digit. */
const toAsciiDigit = (digit: string): string => {
  if (digit <= '9') return digit
  let code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1
    value += 1
  }
  return String(value)
}

const SPACE = '[ \\u00a0\\u2009\\u202f]'

const toPattern = (format: NumberFormat): RegExp => {
  const point = `\\${format.at(-3)}`
  const mark = format.length === 8 ? format[1] : undefined
  const group = mark === ' ' ? SPACE : mark === "'" ? "['’]" : `\\${mark}`
  const whole = mark === undefined ? '\\d+' : `\\d{1,3}(?:${group}\\d{3})+|\\d+`
  return new RegExp(`^(${whole})(?:${point}(\\d+))?$|^${point}(\\d+)$`)
}

const PATTERNS = new Map(NUMBER_FORMATS.map((format) => [format, toPattern(format)]))

/** A minus before or behind, or parentheses, as bookkeeping writes it. */
const splitSign = (text: string): { isNegative: boolean; rest: string } => {
  const [, inParentheses] = /^\((.+)\)$/.exec(text) ?? []
  if (inParentheses !== undefined) return { isNegative: true, rest: inParentheses.trim() }
  const [, before, rest = '', behind] = /^([-+]?)\s*(.*?)\s*(-?)$/.exec(text) ?? []
  return { isNegative: before === '-' || behind === '-', rest }
}

const MAX_LENGTH = 30

/** @returns null for a text that is not a number in this format; exponents are none */
export const parseDecimal = (text: string, format: NumberFormat): Decimal | null => {
  const { isNegative, rest } = splitSign(toAscii(text).trim())
  if (rest.length > MAX_LENGTH) return null
  const match = PATTERNS.get(format)?.exec(rest)
  if (!match) return null
  const [, whole = '', decimals = match[3] ?? ''] = match
  const units = BigInt(whole.replace(/\D/g, '') + decimals)
  return { units: isNegative ? -units : units, scale: decimals.length }
}

/** A whole number, such as 2 for `2.0`; null for a fraction. */
export const toWhole = ({ units, scale }: Decimal): bigint | null => {
  const one = 10n ** BigInt(scale)
  return units % one === 0n ? units / one : null
}

/** `value` in units of 10^-`digits`: exact, or rounded half up, away from zero. Null where it is not exact. */
export const rescale = ({ units, scale }: Decimal, digits: number, isRounded: boolean): bigint | null => {
  if (scale <= digits) return units * 10n ** BigInt(digits - scale)
  const one = 10n ** BigInt(scale - digits)
  if (units % one === 0n) return units / one
  if (!isRounded) return null
  const half = units < 0n ? -(one / 2n) : one / 2n
  return (units + half) / one
}
