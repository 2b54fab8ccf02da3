import { describe, expect, it } from 'vitest'
import { containsWords, matchesWords, rankMatch, toSearchWords, toSegments } from './match'

describe('the search of the palette', () => {
  it('matches words in any order and case, with or without # before a number', () => {
    expect(toSearchWords('  #7K2M9  Ada ')).toEqual(['7k2m9', 'ada'])
    expect(containsWords('Order 7K2M9QXP Ada Byron', ['ada', '7k2m9'])).toBe(true)
    expect(containsWords('Order 7K2M9QXP Ada Byron', ['ada', 'bob'])).toBe(false)
  })

  it('ranks a label that begins with it before one that only contains it', () => {
    const labels = ['Dismiss team', 'My team', 'Team', 'Steam']
    const sorted = labels.toSorted((a, b) => rankMatch(a, ['team']) - rankMatch(b, ['team']))
    expect(sorted).toEqual(['Team', 'Dismiss team', 'My team', 'Steam'])
  })

  it('matches keywords by their beginning only', () => {
    expect(matchesWords('Theme: dark', 'General appearance', ['app', 'dark'])).toBe(true)
    expect(matchesWords('Theme: dark', 'General appearance', ['an'])).toBe(false)
    expect(matchesWords('Theme: dark', 'General appearance', ['ark'])).toBe(true)
  })

  it('marks every occurrence, once where words overlap', () => {
    expect(toSegments('Sign out', ['sig', 'ign'])).toEqual([
      { text: 'Sign', isHit: true },
      { text: ' out', isHit: false },
    ])
    expect(toSegments('Sign out', [])).toEqual([{ text: 'Sign out', isHit: false }])
  })

  it('marks nothing in a label whose length changes in lower case', () => {
    expect(toSegments('İstanbul', ['bul'])).toEqual([{ text: 'İstanbul', isHit: false }])
  })
})
