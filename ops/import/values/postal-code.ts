/** Postal codes that lost their zeros in a spreadsheet. */

import { getAddressMetadata } from '../../../temporal/contract/addresses/address-metadata'
import type { PostalCode } from '../mapping/mapping-schema'

const padding = (value: PostalCode | undefined, country: string): number | undefined =>
  typeof value === 'object' ? value.pad?.[country] : undefined

/**
 * @param country ISO 3166-1
 * @returns the code, with its zeros where the mapping pads codes of this country
 */
export const padPostalCode = (code: string, country: string, value: PostalCode | undefined): string =>
  /^\d+$/.test(code) ? code.padStart(padding(value, country) ?? 0, '0') : code

const MAX_DIGITS = 10

/** True for a number that is no code of the country and would be one with zeros in front. */
export const isShortPostalCode = (code: string, country: string): boolean => {
  const format = getAddressMetadata(country)?.postalCode
  if (format === undefined || !/^\d+$/.test(code)) return false
  const pattern = new RegExp(`^(?:${format})$`)
  const lengths = Array.from({ length: MAX_DIGITS - code.length + 1 }, (_, index) => code.length + index)
  return !pattern.test(code) && lengths.some((length) => pattern.test(code.padStart(length, '0')))
}
