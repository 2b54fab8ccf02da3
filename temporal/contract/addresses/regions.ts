/** States, provinces, emirates and prefectures: the lists of the metadata, and how people write them. */

import { getAddressMetadata, type RegionMetadata } from './address-metadata'

/** Where the post prints the code of a region; elsewhere it prints the name (Google's metadata, `sub_keys`). */
const PRINTED_BY_CODE = ['AU', 'BR', 'CA', 'IT', 'US']

/** Words for a kind of region that people leave out, in Latin letters or at the end of a local name. */
const KINDS = [
  'autonomous region|governorate|prefecture|department|province|region|county|islands?|state|emirate|parish',
  'wilayat|sheng|shi|zizhiqu|zhuangzuzizhiqu|huizuzizhiqu|weiwuerzizhiqu|oblast|kray|krai|respublika|co|do|si|of',
].join('|')
const KIND = new RegExp(`\\b(?:${KINDS})\\b`, 'giu')
const LOCAL_KIND = /(?<=.{2})(?:特别行政区|自治区|특별자치도|특별자치시|특별시|광역시|[市省都府県县縣도시])$/u

/** Letters and digits in capitals, without accents and widths. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()

/** The name without the word for its kind; the whole name where nothing else is left. */
const toStem = (text: string): string => {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC')
  return fold(plain.replace(KIND, ' ').trim().replace(LOCAL_KIND, '')) || fold(text)
}

const toPlace = (name: string): string => fold(name.trim().replace(LOCAL_KIND, ''))

/** True where a city and its region have one name, such as Seoul, 上海 and 上海市; Cork is not County Cork. */
export const isSamePlace = (city: string, region: string): boolean =>
  city !== '' && toPlace(city) === toPlace(region)

/** A region as orders store it. */
export const toRegionValue = (country: string, [code, name]: RegionMetadata): string =>
  PRINTED_BY_CODE.includes(country) ? code : name

const findBy = (
  regions: readonly RegionMetadata[],
  text: string,
  toKey: (text: string) => string,
): RegionMetadata | undefined => {
  const key = toKey(text)
  const matches = regions.filter(([, ...names]) => names.some((name) => name && toKey(name) === key))
  return matches.length === 1 ? matches[0] : undefined
}

/**
 * The region that a text names: by its code, with or without the country's before it, or by its name in either
 * script, with or without the word for its kind.
 */
export const findRegion = (country: string, text: string): RegionMetadata | undefined => {
  const regions = getAddressMetadata(country)?.regions
  if (!regions) return undefined
  const code = fold(text.replace(new RegExp(`^${country}-`, 'i'), ''))
  if (code === '') return undefined
  return (
    regions.find((region) => fold(region[0]) === code) ??
    findBy(regions, text, fold) ??
    findBy(regions, text, toStem)
  )
}
