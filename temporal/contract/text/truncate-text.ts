/** Cuts of text that never split a character as people see it. */

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('en') : null

/** For browsers without `Intl.Segmenter`: a letter with its marks; an emoji with its modifiers and what they join. */
const CHARACTERS = /\P{M}(?:\p{M}|\p{Emoji_Modifier}|\u200D\P{M})*|\p{M}+/gu

const splitBySegmenter = (text: string): string[] | null =>
  segmenter && Array.from(segmenter.segment(text), ({ segment }) => segment)

export const splitWithoutSegmenter = (text: string): string[] => text.match(CHARACTERS) ?? []

const splitCharacters = (text: string): string[] => splitBySegmenter(text) ?? splitWithoutSegmenter(text)

/** Longest part of a text that is looked at for its first character, in UTF-16 units. */
const MAX_FIRST = 64

/** @param max length in UTF-16 units. A single character that is longer is cut between its code points. */
export const truncateText = (text: string, max: number): string => {
  if (text.length <= max) return text
  let cut = ''
  // The code point after `max` tells whether a character ends there.
  for (const character of splitCharacters(text.slice(0, max + 2))) {
    if (cut.length + character.length > max) break
    cut += character
  }
  return cut || text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')
}

/** The first character of a text as people see it: a letter with its marks, a whole emoji. Empty for an empty text. */
export const firstCharacter = (text: string): string => splitCharacters(text.slice(0, MAX_FIRST))[0] ?? ''
