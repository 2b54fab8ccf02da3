import { describe, expect, it } from 'vitest'
import { foldText, toSearchWords } from './fold-text'
import { isolateText } from './isolate-text'
import { isInvisible, normaliseJson, normaliseLine, normaliseLines } from './normalise-text'
import { firstCharacter, splitWithoutSegmenter, truncateText } from './truncate-text'

/** Texts that must come out as they went in. */
const KEPT = {
  Latin: 'Jörg Müller-Łukasz O’Brien ß Ø',
  Vietnamese: 'Nguyễn Thị Thu Hằng',
  Turkish: 'İstanbul ılık',
  Greek: 'Γιώργος Οδός',
  Cyrillic: 'Алёна Йовович Ґалаґан',
  Hebrew: 'שָׁלוֹם דּוֹד',
  Arabic: 'مُحَمَّد ٣',
  'Persian with a non-joiner': 'می\u200Cخواهم',
  'Arabic with a joiner': 'ه\u200D',
  Urdu: 'محمد علی',
  Devanagari: 'हिन्दी क्षत्रिय',
  'Devanagari with a joiner after the virama': 'क्\u200Dष',
  'Devanagari with a non-joiner after the virama': 'क्\u200Cष',
  'Bengali ya after ra': 'র\u200D্য',
  'Sinhala with a joiner': 'ශ්\u200Dරී ලංකා',
  'Malayalam chillu': 'ന്\u200D',
  Tamil: 'தமிழ்',
  Thai: 'สมชาย',
  Tibetan: 'བོད་ཡིག',
  Myanmar: 'မြန်မာ',
  Khmer: 'ភាសាខ្មែរ',
  Chinese: '張偉 张伟',
  Japanese: '葛\u{E0100}城 がぎ',
  Korean: '김철수',
  'old Hangul with a filler': '\u115F\u1161',
  Mongolian: 'ᠮᠣᠩᠭᠣᠯ ᠪᠣᠯᠣᠷᠮ\u180Eᠠ',
  Ethiopic: 'አበበ',
  Georgian: 'გიორგი',
  Armenian: 'Արմեն',
  Adlam: '𞤀𞤣𞤤𞤢𞤥',
  'emoji of several parts': '👩🏽\u200D💻 👨\u200D👩\u200D👧 ❤\uFE0F\u200D🔥 1\uFE0F\u20E3 🇩🇪',
  'the flag of England': '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
  'a mark of direction in Hebrew': 'א 1-2\u200F ב',
} satisfies Record<string, string>

/** Name, text as it is sent, one line as it is stored. */
const CLEANED: [string, string, string][] = [
  ['override of direction', 'Ana\u202Egnp.exe', 'Anagnp.exe'],
  ['embeddings', '\u202AAna\u202B\u202C\u202DB\u202C', 'AnaB'],
  ['isolates', '\u2066A\u2067n\u2068a\u2069', 'Ana'],
  ['zero-width space', 'A\u200Bn\u200Ba', 'Ana'],
  ['byte order mark', '\uFEFFAna', 'Ana'],
  ['word joiner and invisible operators', 'A\u2060n\u2061a\u2064', 'Ana'],
  ['soft hyphen', 'Mül\u00ADler', 'Müller'],
  ['C0 controls', 'A\u0000n\u0007a\u001B[31m', 'Ana[31m'],
  ['C1 controls', 'A\u0080n\u009Ba', 'Ana'],
  ['delete', 'An\u007Fa', 'Ana'],
  ['joiner between Latin letters', 'A\u200Dn\u200Ca', 'Ana'],
  ['joiners in a row', 'क\u200D\u200Dष', 'क\u200Dष'],
  ['joiner at an end of an emoji', '👩\u200D', '👩'],
  ['marks of direction in Latin', 'A\u200En\u200Fa\u061C', 'Ana'],
  ['many marks of direction', 'א\u200F\u200F\u200Fב', 'א\u200Fב'],
  ['tags that hide a text', 'Ana\u{E0041}\u{E0042}', 'Ana'],
  ['tags that hide a text after a flag', '🏴\u{E0041}\u{E0042}\u{E0043}\u{E0044}', '🏴'],
  ['selectors that hide bytes', 'A\uFE0F\u{E0101}\u{E0102}n\u{E01EF}a', 'A\uFE0Fna'],
  ['Hangul fillers as a blank', 'A\u3164\uFFA0\u115Fna', 'Ana'],
  ['combining marks', 'Mu\u0308ller', 'Müller'],
  ['Hangul in parts', '\u1100\u1161', '가'],
  ['Ångström sign', '\u212Bsa', 'Åsa'],
  [
    'more marks than any writing has',
    `e${'\u0301\u0323'.repeat(500)}`,
    `ẹ${'\u0323'.repeat(14)}${'\u0301'.repeat(15)}`,
  ],
  ['noncharacters', 'A\uFFFFna\uFDD0', 'Ana'],
  ['line breaks and tabs', 'Ana\r\nB\u2028C\tD\u0085E\vF', 'Ana B C D E F'],
]

describe('normalised text', () => {
  it.each(Object.entries(KEPT))('keeps %s', (_, text) => {
    expect(normaliseLine(text)).toBe(text.normalize('NFC'))
    expect(normaliseLines(text)).toBe(text.normalize('NFC'))
  })

  it.each(CLEANED)('cleans %s', (_, text, expected) => {
    expect(normaliseLine(text)).toBe(expected)
    expect(normaliseLine(expected)).toBe(expected)
  })

  it('keeps lines and tabs where a field has several lines', () => {
    expect(normaliseLines('a\r\nb\rc\u2029d\u0085e\tf\n\ng')).toBe('a\nb\nc\nd\ne\tf\n\ng')
  })

  it('changes nothing the second time, whatever the text', () => {
    const alphabet = [...Object.values(KEPT), ...CLEANED.map(([, text]) => text)].flatMap((text) => [...text])
    let seed = 7
    const next = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed
    }
    for (let i = 0; i < 5_000; i++) {
      const text = Array.from({ length: 1 + (next() % 9) }, () => alphabet[next() % alphabet.length]).join('')
      for (const change of [normaliseLine, normaliseLines, foldText])
        expect(change(change(text)), JSON.stringify(text)).toBe(change(text))
    }
  })

  it('normalises names and texts of JSON', () => {
    expect(normaliseJson({ 'a\u200B': ['Mu\u0308\r\n', { b: 'x\u202E' }], n: 1, z: null })).toEqual({
      a: ['Mü\n', { b: 'x' }],
      n: 1,
      z: null,
    })
  })

  it.each(['', ' ', '\u3000', '\u2800', '\u0301', '\u115F'])('sees nothing in %j', (text) => {
    expect(isInvisible(text)).toBe(true)
  })
  it.each(['a', '1', '.', '€', '👩', 'ह', '가', '葛'])('sees something in %j', (text) => {
    expect(isInvisible(text)).toBe(false)
  })
})

/** Texts that are found by one another. */
const EQUAL: string[][] = [
  ['Müller', 'MÜLLER', 'Mu\u0308ller', 'muller', 'Muller', 'mül\u00ADler'],
  ['Straße', 'STRASSE', 'STRAẞE', 'strasse'],
  ['İstanbul', 'ISTANBUL', 'ıstanbul', 'istanbul', 'i\u0307stanbul'],
  ['Ørsted', 'orsted'],
  ['Łódź', 'LODZ'],
  ['Đorđe', 'dorde'],
  ['Æsop', 'aesop'],
  ['Œuvre', 'oeuvre'],
  ['Þór', 'thor'],
  ['Nguyễn', 'NGUYEN'],
  ['ΟΔΟΣ', 'οδός', 'οδοσ'],
  ['Алёна', 'АЛЕНА'],
  ['ＡＢＣ１２３', 'abc123'],
  ['ｶﾞｷﾞ', 'ガギ'],
  ['ﬁn', 'FIN'],
  ['O’Brien', "o'brien"],
  ['T‐1', 't–1', 'T-1'],
  ['می\u200Cخواهم', 'میخواهم'],
  ['가', '\u1100\u1161'],
  ['❤\uFE0F', '❤'],
]
/** Texts whose marks make another word. */
const DIFFERENT: [string, string][] = [
  ['की', 'का'],
  ['कि', 'क'],
  ['ดี', 'ด'],
  ['שִׂים', 'שים'],
  ['が', 'か'],
  ['தமிழ்', 'தமழ'],
  ['o', 'u'],
]

describe('folded text', () => {
  it.each(EQUAL)('finds %s by %s', (...texts) => {
    expect(new Set(texts.map(foldText)).size).toBe(1)
  })
  it.each(DIFFERENT)('tells %s from %s', (a, b) => {
    expect(foldText(a)).not.toBe(foldText(b))
  })
  it('only lowers ASCII', () => {
    const ascii = String.fromCharCode(...Array.from({ length: 128 }, (_, code) => code))
    expect(foldText(ascii)).toBe(ascii.toLowerCase())
  })
  it('splits a search into words', () => {
    expect(toSearchWords(' #4ABE\u3000Mu\u0308ller\u00A0x ')).toEqual(['4abe', 'muller', 'x'])
  })
})

describe('cuts', () => {
  const whole = [
    'e\u0301',
    '👩🏽\u200D💻',
    '🇩🇪',
    'क्षि',
    '각',
    '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    '𠮷',
  ]
  it.each(whole)('never split %s', (character) => {
    const text = `ab${character}cd`
    for (let max = 0; max <= text.length; max++) {
      const cut = truncateText(text, max)
      expect(cut.length).toBeLessThanOrEqual(max)
      expect(['', 'a', 'ab', `ab${character}`, `ab${character}c`, text]).toContain(cut)
    }
    expect(firstCharacter(`${character}b`)).toBe(character)
  })
  it('keep whole code points of a character that is longer than the text may be', () => {
    expect(truncateText(`👩${'\u0301'.repeat(9)}`, 5)).toBe('👩\u0301\u0301\u0301')
    expect(truncateText('👩🏽\u200D💻', 1)).toBe('')
  })
  it.each(['e\u0301', '👩🏽\u200D💻', '𠮷'])('without a segmenter keep %s whole', (character) => {
    expect(splitWithoutSegmenter(`ab${character}cd`)).toEqual(['a', 'b', character, 'c', 'd'])
  })
})

describe('isolated text', () => {
  it('is wrapped only where it could turn the words around it', () => {
    expect(isolateText('Ana')).toBe('Ana')
    expect(isolateText('دانا 1')).toBe('\u2068دانا 1\u2069')
    expect(isolateText('a\u202Eb\u2069')).toBe('\u2068ab\u2069')
  })
})
