/**
 * Text as people write it, in one spelling, without characters that are invisible or turn the text around them.
 * Removed silently: people paste them without knowing.
 */

/** A combining mark more than this in a row is no writing (UAX #15, Stream-Safe Text Format); it also bounds NFC. */
const MAX_MARKS = 30
/** Rounds of removal; text that people write needs one or two. */
const MAX_ROUNDS = 5
const EXCESS_MARKS = new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, 'gu')

/** Line and paragraph separators of any system. CRLF is one break. */
const LINE_BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
const SINGLE_LINE_SPACES = /[\t\n\r\v\f\u0085\u2028\u2029]+/g

/**
 * Never part of a text: control characters, overrides, embeddings and isolates of direction (U+202A–202E,
 * U+2066–2069), zero-width spaces (U+200B, U+2060, U+FEFF), soft hyphens, invisible operators and format controls,
 * fillers that look like nothing, halves of a pair of surrogates, and code points that are no characters.
 */
const FORBIDDEN =
  /(?![\t\n])\p{Cc}|[\u00AD\u17B4\u17B5\u200B\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0001}]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu

/** Invisible, but needed in some places: `isNeeded` decides. */
const JOINERS_AND_SELECTORS =
  /\u034F|[\u061C\u115F-\u1160\u200C-\u200F]|[\u180B-\u180F]|[\uFE00-\uFE0F]|[\u{E0020}-\u{E007F}]|[\u{E0100}-\u{E01EF}]/gu

/** Scripts that join letters, or stack them with a virama, where a joiner changes the word. */
const JOINING_SCRIPT =
  /^[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mand}\p{scx=Nkoo}\p{scx=Adlm}\p{scx=Rohg}\p{scx=Mong}\p{scx=Phag}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Tibt}\p{scx=Mymr}\p{scx=Khmr}\p{scx=Bali}\p{scx=Java}\p{scx=Newa}\p{scx=Tirh}\p{scx=Mtei}\p{scx=Cakm}]$/u
const LETTER_OR_MARK = /^[\p{L}\p{M}]$/u
const EMOJI = /^\p{Extended_Pictographic}$/u
/** What may stand between an emoji and its joiner: its variation and the colour of its skin. */
const EMOJI_END = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)$/u
const HANGUL_JAMO = /^[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]$/u
const RIGHT_TO_LEFT_LETTER =
  /[\u0590-\u061B\u061D-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
/** Tags spell the flag of a region, such as England’s, after a black flag. */
const TAGGED_FLAG = /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}/gu

const isIn = (from: number, code: number, to: number): boolean => code >= from && code <= to
const matches = (pattern: RegExp, char: string | undefined): boolean =>
  char !== undefined && pattern.test(char)
const isJoinable = (char: string | undefined): boolean =>
  matches(JOINING_SCRIPT, char) && matches(LETTER_OR_MARK, char)

/** The character that ends at `index`, or undefined. */
const charBefore = (text: string, index: number): string | undefined => {
  if (index === 0) return undefined
  const low = text.charCodeAt(index - 1)
  const isPair = isIn(0xdc00, low, 0xdfff) && index > 1
  return String.fromCodePoint(text.codePointAt(index - (isPair ? 2 : 1)) ?? low)
}
const charAt = (text: string, index: number): string | undefined => {
  const code = text.codePointAt(index)
  return code === undefined ? undefined : String.fromCodePoint(code)
}

/** True for a mark, joiner or selector that its neighbours need. */
const isNeeded = (char: string, before: string | undefined, after: string | undefined): boolean => {
  const code = char.codePointAt(0) ?? 0
  // A joiner of marks: it keeps their order.
  if (code === 0x034f) return matches(/^\p{M}$/u, before) && matches(/^\p{M}$/u, after)
  if (isIn(0x115f, code, 0x1160)) return matches(HANGUL_JAMO, before) || matches(HANGUL_JAMO, after)
  if (isIn(0x180b, code, 0x180f)) return matches(/^\p{scx=Mong}$/u, before)
  if (code === 0x200c) return isJoinable(before) && isJoinable(after)
  if (code === 0x200d) return isJoinable(before) || (matches(EMOJI_END, before) && matches(EMOJI, after))
  if (isIn(0xe0100, code, 0xe01ef)) return matches(/^\p{Script=Han}$/u, before)
  // Variations of signs and emoji: one for each character.
  return isIn(0xfe00, code, 0xfe0f) && matches(/^[\p{L}\p{N}\p{S}\p{P}]$/u, before)
}

/** Marks of direction (U+061C, U+200E, U+200F) stay, one at a time, where a text is written from right to left. */
const isDirectionMark = (char: string): boolean => char === '\u061C' || char === '\u200E' || char === '\u200F'

const removeUnneeded = (text: string): string => {
  const keepsDirection = RIGHT_TO_LEFT_LETTER.test(text)
  const flags = [...text.matchAll(TAGGED_FLAG)].map(({ index, 0: flag }) => [index, index + flag.length])
  const isInFlag = (at: number): boolean => flags.some(([from = 0, to = 0]) => at >= from && at < to)
  return text.replace(JOINERS_AND_SELECTORS, (char, index: number) => {
    const before = charBefore(text, index)
    if (isDirectionMark(char)) return keepsDirection && !(before && isDirectionMark(before)) ? char : ''
    if (isInFlag(index)) return char
    return isNeeded(char, before, charAt(text, index + char.length)) ? char : ''
  })
}

const toNfc = (text: string): string => text.replace(EXCESS_MARKS, '$1').normalize('NFC')

const removeInvisible = (text: string): string => {
  let clean = toNfc(text.replace(FORBIDDEN, ''))
  // A character that goes makes others neighbours, and NFC may order marks anew.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = toNfc(removeUnneeded(clean))
    if (next === clean) break
    clean = next
  }
  return clean
}

/** One line of text: NFC, line breaks and tabs as spaces, nothing invisible or direction-changing. */
export const normaliseLine = (text: string): string => removeInvisible(text.replace(SINGLE_LINE_SPACES, ' '))

/** Text of several lines: as one line, but with its tabs and with line breaks as `\n`. */
export const normaliseLines = (text: string): string => removeInvisible(text.replace(LINE_BREAKS, '\n'))

/** A copy of plain JSON with its texts, and the names of its members, normalised. */
export const normaliseJson = (value: unknown): unknown => {
  if (typeof value === 'string') return normaliseLines(value)
  if (Array.isArray(value)) return value.map(normaliseJson)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [normaliseLine(name), normaliseJson(member)]),
  )
}

/** True for a text in which nothing can be seen: spaces, marks alone, an empty pattern of Braille. */
export const isInvisible = (text: string): boolean =>
  !/[^\P{L}\u115F\u1160]|[\p{N}\p{P}]|[^\P{S}\u2800]/u.test(text)
