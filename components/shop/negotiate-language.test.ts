import { describe, expect, it } from 'vitest'
import { guessCountry, negotiateLanguage } from './negotiate-language'

describe('negotiateLanguage', () => {
  it.each([
    ['de', 'de'],
    ['de-AT,en;q=0.5', 'de'],
    ['en-GB,en;q=0.9,de;q=0.8', 'en'],
    ['fr-FR,de;q=0.5,en;q=0.4', 'de'],
    ['en;q=0.3,de;q=0.7', 'de'],
    ['de;q=0,en', 'en'],
    ['DE-de', 'de'],
    ['fr', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [null, 'en'],
    [';;,q=x', 'en'],
  ])('%s is read in %s', (accepted, language) => {
    expect(negotiateLanguage(undefined, accepted)).toBe(language)
  })

  it('returns the chosen language, if it is supported', () => {
    expect(negotiateLanguage('en', 'de')).toBe('en')
    expect(negotiateLanguage('fr', 'de')).toBe('de')
  })
})

describe('guessCountry', () => {
  it.each([
    ['de-AT,de;q=0.9', 'AT'],
    ['de,en-US;q=0.7', 'DE'],
    ['pt-BR', 'BR'],
    ['en-GB', 'GB'],
    ['en', null],
    ['not a locale', null],
    [null, null],
  ])('of %s is %s', (accepted, country) => {
    expect(guessCountry(accepted)).toBe(country)
  })
})
