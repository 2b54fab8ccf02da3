/**
 * Folding for searches: the stored copy and the question pass the same function, so that case, width, accents and
 * invisible characters do not matter. Marks are dropped from Latin, Greek and Cyrillic letters only: in other scripts
 * they are vowels and make another word.
 */

const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu

/** Letters without a decomposition that people type as others; signs that phones and word processors replace. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  þ: 'th',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '–': '-',
  '—': '-',
  '−': '-',
}
const SUBSTITUTED = new RegExp(`[${Object.keys(SUBSTITUTES).join('')}]`, 'gu')

/**
 * Case folding without a locale. The way over capitals makes `ß` `ss` and the Turkish `ı` `i`; the first step turns
 * `ẞ` into `ß`.
 */
const foldCase = (text: string): string => text.toLowerCase().toUpperCase().toLowerCase()

const stripMarks = (text: string): string =>
  text.normalize('NFKD').replace(INVISIBLE, '').replace(ACCENTS, '')

/** The text as searches compare it. Folding a folded text changes nothing; ASCII only becomes lower case. */
export const foldText = (text: string): string =>
  // Marks a second time: capitals of some letters, such as ŉ, are letters with marks.
  stripMarks(foldCase(stripMarks(text)))
    .replace(SUBSTITUTED, (char) => SUBSTITUTES[char] ?? char)
    .normalize('NFC')

/** The words of a search as they were typed. People write `#` before an order's number, so it is dropped. */
export const splitWords = (text: string): string[] =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/^[#＃]/, ''))
    .filter((word) => foldText(word) !== '')

/** The words of a search, folded. */
export const toSearchWords = (text: string): string[] => splitWords(text).map(foldText)
