/** Google's address metadata: which parts an address has in each country, and in which order they are printed. */

import table from './address-metadata.json'

/** Code, name in Latin letters, and name in the country's own script where that is another. */
export type RegionMetadata = [code: string, name: string, localName?: string]

/**
 * One country. Formats are lines parted by `%n`, of `%N` name, `%O` company, `%A` street, `%D` district, `%C` city,
 * `%S` region, `%Z` postal code and `%X` sorting code; `required` lists their letters. What is absent follows the
 * defaults of the metadata.
 */
export interface AddressMetadata {
  format?: string | undefined
  /** The format for addresses in the country's own script. */
  localFormat?: string | undefined
  required?: string | undefined
  /** Regular expression of a whole postal code. */
  postalCode?: string | undefined
  /** A postal code of the country. */
  example?: string | undefined
  postalCodeName?: string | undefined
  regionName?: string | undefined
  cityName?: string | undefined
  districtName?: string | undefined
  regions?: RegionMetadata[] | undefined
}

const TABLE = table as unknown as Readonly<Record<string, AddressMetadata>>

/** The metadata of a country by its code; null for a text that is no code. */
export const getAddressMetadata = (country: string): AddressMetadata | null =>
  Object.hasOwn(TABLE, country) ? (TABLE[country] ?? null) : null
