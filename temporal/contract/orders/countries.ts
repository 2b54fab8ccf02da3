/** Countries by their ISO 3166-1 code, parsed from names in several languages. */

/** Every assigned code, in the order of the standard. */
export const COUNTRIES = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
  'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
  'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
  'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
  'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
  'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ')

/** Languages in which names of countries are recognised. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl']

/** Names that `Intl` does not have, without spaces and punctuation. */
const ALIASES: Record<string, string> = {
  UK: 'GB',
  GREATBRITAIN: 'GB',
  ENGLAND: 'GB',
  SCOTLAND: 'GB',
  WALES: 'GB',
  NORTHERNIRELAND: 'GB',
  USA: 'US',
  UNITEDSTATESOFAMERICA: 'US',
  AMERICA: 'US',
  HOLLAND: 'NL',
  THENETHERLANDS: 'NL',
  CZECHREPUBLIC: 'CZ',
  BRD: 'DE',
  EIRE: 'IE',
}

/** Letters and digits alone, in upper case, without accents. */
const toComparable = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()

const listNames = (language: string): [string, string][] => {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  return COUNTRIES.flatMap((code) => {
    const name = names.of(code)
    return name ? [[toComparable(name), code] as [string, string]] : []
  })
}

let cachedCodes: Map<string, string> | undefined

const getCodesByName = (): Map<string, string> => {
  // Later entries override earlier ones: codes win over aliases, and English over the other languages.
  cachedCodes ??= new Map([
    ...LANGUAGES.toReversed().flatMap(listNames),
    ...Object.entries(ALIASES),
    ...COUNTRIES.map((code) => [code, code] as [string, string]),
  ])
  return cachedCodes
}

/** The code of a country by its code or its name, such as `PT` for `Portugal`; an unknown text is returned trimmed. */
export const normalizeCountry = (text: string): string =>
  getCodesByName().get(toComparable(text)) ?? text.trim()

/** True where `text` is a code of the standard. */
export const isCountryCode = (text: string): boolean => COUNTRIES.includes(text)

/** A country's name in the reader's language; a text that is no code is returned as it is. */
export const countryName = (country: string, locale: string): string =>
  isCountryCode(country)
    ? (new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country)
    : country
