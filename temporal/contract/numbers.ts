/**
 * The parser of numbers that people write: in forms, addresses, files, options and variables. Digits only:
 * `1e2`, `0x10`, `+5`, `1_000`, `Infinity` and text beside a number are refused, never read as something else.
 */

/** Whole numbers up to 15 digits, which a double holds exactly. */
export const WHOLE_NUMBER = /^[0-9]{1,15}$/
/** The largest number that `WHOLE_NUMBER` takes. */
export const LARGEST_NUMBER = 999_999_999_999_999

/** Between a full-width character, as Japanese and Chinese keyboards write digits and points, and its ASCII form. */
const WIDTH_OFFSET = 0xfee0

/**
 * Blanks around are dropped and full-width characters narrowed. Not by NFKC, which reads `5²` as 52. Digits of other
 * scripts stay and are refused: the pages are in languages that write 0 to 9.
 */
const normalize = (text: string): string =>
  text.trim().replace(/[．０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - WIDTH_OFFSET))

/**
 * A whole number without sign, such as `12`.
 * @returns null for anything else, and outside of the bounds, which both belong to the range
 */
export const parseWholeNumber = (
  text: string,
  { min = 0, max = Number.POSITIVE_INFINITY }: { min?: number; max?: number } = {},
): number | null => {
  const digits = normalize(text)
  if (!WHOLE_NUMBER.test(digits)) return null
  const number = Number(digits)
  return number >= min && number <= max ? number : null
}

/**
 * A decimal with a point as an integer of its last digit, such as 2933 for `29.33` with 2 digits; exact, since through a
 * float 29.33 times 100 is 2932.9999999999995. Files write them in other ways too: `ops/import/values/decimal.ts`.
 * @param digits decimals of the result; more are accepted where they are zeros
 * @returns null for anything else, and for more than 15 digits
 */
export const parseDecimal = (text: string, digits: number): number | null => {
  const [, units, written = ''] = /^([0-9]+)(?:\.([0-9]+))?$/.exec(normalize(text)) ?? []
  const decimals = written.replace(/0+$/, '')
  return units === undefined || decimals.length > digits
    ? null
    : parseWholeNumber(units + decimals.padEnd(digits, '0'))
}
