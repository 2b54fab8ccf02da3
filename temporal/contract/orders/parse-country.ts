/** Countries as people, browsers and other shops write them. */

import { COUNTRIES } from './countries'
import { ALPHA_3, AMBIGUOUS_NAMES, COUNTRY_ALIASES } from './country-aliases'

/** Languages in which names of countries are recognised; where two disagree, the earlier one wins. */
const LANGUAGES = 'en de fr es pt it nl pl sv da cs tr ru ja zh ko ar'.split(' ')
/** Short names are read in the shop's languages only: elsewhere they are abbreviations, such as the Spanish `EU`. */
const SHORT = ['en', 'de']

type Entry = [name: string, code: string]

/** Letters and digits alone, in upper case, without accents and widths. */
const toComparable = (text: string): string =>
  text
    .replace(/(?<=\p{L}\s*)&(?=\s*\p{L})/gu, 'and')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()

const listNames = (language: string): Entry[] =>
  (SHORT.includes(language) ? (['long', 'short'] as const) : (['long'] as const)).flatMap((style) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none', style })
    return COUNTRIES.flatMap((code) => {
      const name = names.of(code)
      return name ? [[toComparable(name), code] satisfies Entry] : []
    })
  })

const listAliases = (): Entry[] =>
  Object.entries(COUNTRY_ALIASES).flatMap(([code, names]) =>
    names.split('|').map((name) => [toComparable(name), code] satisfies Entry),
  )

const listCodes = (): Entry[] => [
  ...ALPHA_3.split(' ').map((code, index) => [code, COUNTRIES[index] ?? ''] satisfies Entry),
  ...COUNTRIES.map((code) => [code, code] satisfies Entry),
]

let cachedCodes: Map<string, string> | undefined

const getCodesByName = (): Map<string, string> => {
  if (cachedCodes) return cachedCodes
  // Later entries override earlier ones: codes win over aliases, and aliases over names.
  cachedCodes = new Map([...LANGUAGES.toReversed().flatMap(listNames), ...listAliases(), ...listCodes()])
  for (const name of AMBIGUOUS_NAMES) cachedCodes.delete(toComparable(name))
  return cachedCodes
}

/** The code of a country by its code or its name, such as `PT` for `Portugal` and `GB` for `uk`; null if unknown. */
export const parseCountry = (text: string): string | null => getCodesByName().get(toComparable(text)) ?? null

/** The code of a country by its code or its name; an unknown text is returned trimmed. */
export const normalizeCountry = (text: string): string => parseCountry(text) ?? text.trim()
