/** One spelling for addresses that mean the same. */

import type { Address } from '../orders/order'
import { normalizeCountry } from '../orders/parse-country'
import { getAddressMetadata } from './address-metadata'
import { DEFAULT_FORMAT } from './get-address-format'
import { findRegion, toRegionValue } from './regions'
import { splitStreet } from './split-street'

/** An address as it is sent: which parts it needs depends on the country. */
export type SentAddress = Omit<Address, 'city' | 'postalCode'> & Partial<Pick<Address, 'city' | 'postalCode'>>

const collapse = (text: string | undefined): string =>
  (text ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim()

const optional = <K extends string>(key: K, value: string): { [P in K]?: string } =>
  value === '' ? {} : ({ [key]: value } as { [P in K]?: string })

/** The text before the postal code on a label, such as `CH-`, which some people write and the label adds. */
const getPrefix = (country: string): string =>
  (getAddressMetadata(country)?.format ?? '').match(/(?:^|%n|%\p{Lu} )([A-Z]{1,3}[- ]?)%Z/u)?.[1] ?? ''

/** A postal code in capitals, with plain digits and dashes, without the country's prefix. */
export const normalizePostalCode = (country: string, text: string | undefined): string => {
  const plain = collapse((text ?? '').normalize('NFKC'))
    .replace(/\p{Pd}|ー/gu, '-')
    .toUpperCase()
  const prefix = getPrefix(country).trim()
  const rest = prefix !== '' && plain.startsWith(prefix) ? plain.slice(prefix.length).trim() : plain
  return rest === '' ? plain : rest
}

const normalizeRegion = (country: string, text: string): string => {
  const region = findRegion(country, text)
  return region ? toRegionValue(country, region) : text
}

/** Cities that are regions themselves, by their name in Latin letters: Shanghai Shi, Taipei City, Seoul. */
const CITY_REGIONS: Record<string, RegExp> = { CN: / Shi$/, TW: / City$/, KR: /^(?!.*-do$)/ }

/**
 * The region that a city says, where the address names none: in a country whose addresses have no city it is the
 * region, and some cities are regions. Elsewhere a city says nothing: Washington is not in Washington.
 */
const takeRegionFromCity = (country: string, city: string): { city: string; region: string } => {
  const region = findRegion(country, city)
  const hasCity = (getAddressMetadata(country)?.format ?? DEFAULT_FORMAT).includes('%C')
  if (!region || (hasCity && !CITY_REGIONS[country]?.test(region[1]))) return { city, region: '' }
  return { city: hasCity ? city : '', region: toRegionValue(country, region) }
}

const needsRegion = (country: string): boolean => !!getAddressMetadata(country)?.required?.includes('S')

/**
 * The address as it is stored: country and region in one spelling, a street of several lines in two, and no blanks
 * but single ones. A part that the country does not have is kept. Twice the same as once.
 */
export const normalizeAddress = (sent: SentAddress): Address => {
  const country = normalizeCountry(sent.country)
  const [city, region] = [collapse(sent.city), normalizeRegion(country, collapse(sent.region))]
  const place =
    region === '' && city !== '' && needsRegion(country)
      ? takeRegionFromCity(country, city)
      : { city, region }
  const { line1, line2 } = splitStreet(sent.line1, sent.line2)
  return {
    name: collapse(sent.name),
    line1,
    ...optional('line2', line2),
    ...optional('district', collapse(sent.district)),
    city: place.city,
    ...optional('region', place.region),
    postalCode: normalizePostalCode(country, sent.postalCode),
    country,
  }
}
