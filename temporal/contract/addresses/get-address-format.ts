import type { AddressFormat, AddressLabel, AddressPart } from '../orders/address-format'
import { type AddressMetadata, getAddressMetadata } from './address-metadata'
import { toRegionValue } from './regions'

/** Defaults of the metadata for what a country does not say (its record `ZZ`). */
export const DEFAULT_FORMAT = '%N%n%O%n%A%n%C'
const DEFAULT_REQUIRED = 'AC'

/** Before a country is chosen: every part that most countries have. */
const UNKNOWN: AddressMetadata = { format: '%A%n%C%n%S%n%Z', required: 'A', regionName: 'region' }

type Choice = [part: AddressPart, label: AddressLabel]

/** The parts that a letter of the format stands for. */
const toChoices = (letter: string, names: AddressMetadata): Choice[] => {
  switch (letter) {
    case 'A':
      return [
        ['line1', 'street'],
        ['line2', 'addition'],
      ]
    case 'D':
      return [['district', (names.districtName ?? 'suburb') as AddressLabel]]
    case 'C':
      return [['city', (names.cityName ?? 'city') as AddressLabel]]
    case 'S':
      return [['region', (names.regionName ?? 'province') as AddressLabel]]
    case 'Z':
      return [['postalCode', (names.postalCodeName ?? 'postal') as AddressLabel]]
    default:
      return []
  }
}

const toParts = (metadata: AddressMetadata): AddressFormat['parts'] => {
  const { format = DEFAULT_FORMAT, required = DEFAULT_REQUIRED } = metadata
  // The street comes first, though some countries print it after the postal code.
  const letters = new Set(['A', ...[...format.matchAll(/%(\p{Lu})/gu)].map((match) => match[1] ?? '')])
  return [...letters].flatMap((letter) =>
    toChoices(letter, metadata).map(([part, label]) => ({
      part,
      label,
      required: part !== 'line2' && required.includes(letter),
    })),
  )
}

const compareNames = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'en')

const build = (country: string, metadata: AddressMetadata): AddressFormat => {
  const parts = toParts(metadata)
  const hasRegion = parts.some(({ part }) => part === 'region')
  return {
    country,
    parts,
    regions: ((hasRegion && metadata.regions) || [])
      .map((region) => ({
        value: toRegionValue(country, region),
        name: region[2] === undefined ? region[1] : `${region[1]} ${region[2]}`,
      }))
      .sort(compareNames),
    postalCodePattern: metadata.postalCode ?? null,
    postalCodeExample: metadata.example ?? null,
  }
}

/** The format of addresses in a country; null for a text that is no code of a country. */
export const getAddressFormat = (country: string): AddressFormat | null => {
  const metadata = getAddressMetadata(country)
  return metadata && build(country, metadata)
}

/** The parts to ask for while no country is chosen. */
export const UNKNOWN_FORMAT: AddressFormat = build('', UNKNOWN)
