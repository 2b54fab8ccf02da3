import { describe, expect, it } from 'vitest'
import { COUNTRIES, countryName } from './countries'
import { ALPHA_3, COUNTRY_ALIASES } from './country-aliases'
import { normalizeCountry, parseCountry } from './parse-country'

describe('COUNTRIES', () => {
  it('has the 249 codes of the standard and three reserved ones, each once', () => {
    expect(new Set(COUNTRIES).size).toBe(252)
    expect(COUNTRIES.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true)
  })
})

describe('parseCountry', () => {
  it.each([
    ['PT', 'PT'],
    ['pt ', 'PT'],
    ['Portugal', 'PT'],
    ['PORTUGAL', 'PT'],
    ['Deutschland', 'DE'],
    ['Germany ', 'DE'],
    ['deu', 'DE'],
    ['Österreich', 'AT'],
    ['uk', 'GB'],
    ['UK', 'GB'],
    ['ＵＫ', 'GB'],
    ['England', 'GB'],
    ['United Kingdom', 'GB'],
    ['U.S.A.', 'US'],
    ['United States of America', 'US'],
    ['Côte d’Ivoire', 'CI'],
    ['Trinidad and Tobago', 'TT'],
    ['Syria', 'SY'],
    ['Laos', 'LA'],
    ['Moldova', 'MD'],
    ['Korea', 'KR'],
    ['Macau', 'MO'],
    ['Hong Kong', 'HK'],
    ['EIRE', 'IE'],
    ['日本', 'JP'],
    ['Kosovo', 'XK'],
  ])('takes %s for %s', (text, code) => {
    expect(parseCountry(text)).toBe(code)
  })

  it.each(['XX', 'Atlantis', '', 'Congo', 'EU', 'ZZ', '&', 'constructor'])('does not know %j', (text) => {
    expect(parseCountry(text)).toBeNull()
  })

  it('finds every country by its code, its alpha-3 code, and its names in both languages of the shop', () => {
    const alpha3 = ALPHA_3.split(' ')
    expect(alpha3).toHaveLength(COUNTRIES.length)
    for (const [index, code] of COUNTRIES.entries())
      for (const text of [
        code,
        code.toLowerCase(),
        alpha3[index] ?? '',
        countryName(code, 'en'),
        countryName(code, 'de'),
        ...(COUNTRY_ALIASES[code]?.split('|') ?? []),
      ])
        expect(parseCountry(text), `${code} by ${text}`).toBe(code)
  })
})

describe('normalizeCountry', () => {
  it('returns an unknown text as it was written', () => {
    expect(normalizeCountry(' Atlantis ')).toBe('Atlantis')
    expect(normalizeCountry('XX')).toBe('XX')
  })
})
