/** Postal codes that lost their zeros in a spreadsheet. */

import type { PostalCode } from '../mapping/mapping-schema'

/** Digits of countries whose codes are all digits, of one length, and may begin with 0. Source: UPU, 2026. */
const DIGITS: Record<string, number> = {
  ...Object.fromEntries(
    'DE ES FR IT US PR FI EE HR LT ME MX MY TH TR KR UA'.split(' ').map((code) => [code, 5]),
  ),
  ...Object.fromEntries('AU CH DK NO NZ ZA AT HU'.split(' ').map((code) => [code, 4])),
  ...Object.fromEntries('CN RO SG'.split(' ').map((code) => [code, 6])),
  JP: 7,
}

const padding = (value: PostalCode | undefined, country: string): number | undefined =>
  typeof value === 'object' ? value.pad?.[country] : undefined

/**
 * @param country ISO 3166-1
 * @returns the code, with its zeros where the mapping pads codes of this country
 */
export const padPostalCode = (code: string, country: string, value: PostalCode | undefined): string =>
  /^\d+$/.test(code) ? code.padStart(padding(value, country) ?? 0, '0') : code

/** True for a number that is too short to be a code of this country. */
export const isShortPostalCode = (code: string, country: string): boolean =>
  /^\d+$/.test(code) && code.length < (DIGITS[country] ?? 0)
