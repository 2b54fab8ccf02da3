/** What an address lacks in its country, and what looks wrong in it. */

import type { AddressPart } from '../orders/address-format'
import type { Address } from '../orders/order'
import { getAddressMetadata } from './address-metadata'
import { getAddressFormat } from './get-address-format'
import { findRegion } from './regions'

/** Parts that the country requires and that are empty. None in a country that is not known. */
export const findMissingParts = (address: Address): AddressPart[] =>
  (getAddressFormat(address.country)?.parts ?? [])
    .filter(({ part, required }) => required && !address[part])
    .map(({ part }) => part)

/** A part that is unlike those of its country: worth a question, never a refusal, since lists and patterns age. */
export type DoubtfulPart = 'postalCode' | 'region'

const isUnlikePattern = (pattern: string | undefined, postalCode: string): boolean =>
  pattern !== undefined && postalCode !== '' && !new RegExp(`^(?:${pattern})$`).test(postalCode)

/** Parts of a normalised address that do not look like those of its country. */
export const findDoubtfulParts = ({ country, region, postalCode }: Address): DoubtfulPart[] => {
  const metadata = getAddressMetadata(country)
  if (!metadata) return []
  return [
    ...(isUnlikePattern(metadata.postalCode, postalCode) ? (['postalCode'] as const) : []),
    ...(metadata.regions && region && !findRegion(country, region) ? (['region'] as const) : []),
  ]
}
