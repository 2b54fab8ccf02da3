/** An address as the post of its country prints it. */

import { countryName } from '../orders/countries'
import type { Address } from '../orders/order'
import { type AddressMetadata, getAddressMetadata } from './address-metadata'
import { DEFAULT_FORMAT } from './get-address-format'
import { findRegion, isSamePlace } from './regions'

/** Letters of a script other than Latin: such an address is printed in its country's own order. */
const LOCAL_LETTER = /(?!\p{Script=Latin})\p{L}/u

type Values = Record<string, string>

const isLocal = ({ line1, city }: Pick<Address, 'line1' | 'city'>): boolean => LOCAL_LETTER.test(line1 + city)

/** The parts by their letter; a company stands in the second line of the street. */
const toValues = (address: Address, local: boolean): Values => {
  const region = address.region ? findRegion(address.country, address.region) : undefined
  const regionName = (local && region?.[2]) || (address.region ?? '')
  return {
    N: address.name,
    A: [address.line1, address.line2].filter(Boolean).join('\n'),
    D: address.district ?? '',
    C: address.city,
    // A city that is its own region, such as Seoul, is printed once.
    S: isSamePlace(address.city, regionName) ? '' : regionName,
    Z: address.postalCode,
  }
}

/** Places for parts that were given although the country's addresses do not have them, so that nothing is lost. */
const EXTRA: readonly [letter: string, before: string, after: string][] = [
  ['D', '%A', '%A%n%D'],
  ['C', '%A', '%A%n%C'],
  ['S', '%C', '%C%n%S'],
]

const addExtraParts = (format: string, values: Values): string => {
  const filled = EXTRA.reduce(
    (text, [letter, before, after]) =>
      values[letter] && !text.includes(`%${letter}`) ? text.replace(before, after) : text,
    format,
  )
  const missing = ['S', 'Z'].filter((letter) => values[letter] && !filled.includes(`%${letter}`))
  return filled + missing.map((letter) => `%n%${letter}`).join('')
}

const isField = (token: string): boolean => /^%\p{Lu}$/u.test(token)

/** One line. What stands between two parts is left out where either is empty. */
const printLine = (line: string, values: Values): string => {
  const tokens = line.split(/(%\p{Lu})/u).filter(Boolean)
  if (!tokens.some(isField)) return line.trim()
  let [text, between] = ['', '']
  for (const [index, token] of tokens.entries()) {
    const value = isField(token) ? (values[token.slice(1)] ?? '') : ''
    if (!isField(token)) between = index === 0 || text !== '' ? token : ''
    else if (value !== '') [text, between] = [text + between + value, '']
  }
  return text
}

const getFormat = ({ format, localFormat }: AddressMetadata, local: boolean): string =>
  (local ? (localFormat ?? format) : format) ?? DEFAULT_FORMAT

const print = (address: Address, toShown: (values: Values) => Values): string[] => {
  const local = isLocal(address)
  const values = toShown(toValues(address, local))
  const format = addExtraParts(getFormat(getAddressMetadata(address.country) ?? {}, local), values)
  // The country stands below, so that a line with its name alone would say it twice.
  const name = countryName(address.country, 'en').toUpperCase()
  return format
    .split('%n')
    .flatMap((line) => printLine(line, values).split('\n'))
    .filter((line) => line !== '' && line.toUpperCase() !== name)
}

/**
 * The lines of a label without its country: in the order of the country, and in that of its own script where the
 * address is written in it. Empty parts leave no trace.
 */
export const toAddressLines = (address: Address): string[] => print(address, (values) => values)

/** Name and place alone, for pages that do not show the street: the city, or the region where there is none. */
export const toPlaceLines = (address: Address): string[] =>
  print(address, ({ N = '', C = '', S = '' }) => ({ N, C, S: C === '' ? S : '' }))
