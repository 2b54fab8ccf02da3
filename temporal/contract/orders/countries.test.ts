import { describe, expect, it } from 'vitest'
import { COUNTRIES, countryName, normalizeCountry } from './countries'

describe('normalizeCountry', () => {
  it('has the 249 codes of the standard, each once', () => {
    expect(new Set(COUNTRIES).size).toBe(249)
    expect(COUNTRIES.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true)
  })

  it.each([
    ['PT', 'PT'],
    ['pt ', 'PT'],
    ['Portugal', 'PT'],
    ['PORTUGAL', 'PT'],
    ['Deutschland', 'DE'],
    ['Germany', 'DE'],
    ['Österreich', 'AT'],
    ['UK', 'GB'],
    ['United Kingdom', 'GB'],
    ['U.S.A.', 'US'],
    ['United States of America', 'US'],
    ['Côte d’Ivoire', 'CI'],
  ])('takes %s for %s', (text, code) => {
    expect(normalizeCountry(text)).toBe(code)
  })

  it('returns an unknown text as it was written', () => {
    expect(normalizeCountry(' Atlantis ')).toBe('Atlantis')
    expect(normalizeCountry('XX')).toBe('XX')
  })

  it('finds every code by its English and its German name', () => {
    for (const locale of ['en', 'de'])
      for (const code of COUNTRIES) expect(normalizeCountry(countryName(code, locale)), code).toBe(code)
  })
})
