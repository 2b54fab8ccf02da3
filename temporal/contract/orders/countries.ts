/** Countries and territories by code. */

/** Every code of ISO 3166-1, in the order of the standard. */
const ISO =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
  'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
  'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
  'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
  'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
  'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'

/** Ascension, Tristan da Cunha and Kosovo: mail reaches them under codes that the standard reserves. */
const RESERVED = ' AC TA XK'

export const COUNTRIES: readonly string[] = (ISO + RESERVED).split(' ')

/** True where `text` is the code of a country or territory, in capitals. */
export const isCountryCode = (text: string): boolean => COUNTRIES.includes(text)

/** A country's name in the reader's language; a text that is no code is returned as it is. */
export const countryName = (country: string, locale: string): string =>
  isCountryCode(country)
    ? (new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country)
    : country
