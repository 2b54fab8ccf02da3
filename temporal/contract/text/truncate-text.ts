/** Cuts of text that never split a character as people see it. */

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('en') : null

/** Continues the character before it: a low surrogate, a mark, a joiner, a skin colour, and what follows a joiner. */
const CONTINUES = /^(?:[\uDC00-\uDFFF]|\p{M}|[\u200C-\u200D]|\p{Emoji_Modifier}|[\u{E0020}-\u{E007F}])/u

/** For browsers without `Intl.Segmenter`: right for letters with marks and emoji, not for pairs of flag letters. */
export const findCutWithoutSegmenter = (text: string, max: number): number => {
  let cut = max
  while (cut > 0 && (CONTINUES.test(text.slice(cut, cut + 2)) || text[cut - 1] === '\u200D')) cut--
  return cut
}

const findCut = (text: string, max: number): number =>
  segmenter ? (segmenter.segment(text).containing(max)?.index ?? max) : findCutWithoutSegmenter(text, max)

/** @param max length in UTF-16 units. A single character that is longer is cut between its code points. */
export const truncateText = (text: string, max: number): string => {
  if (text.length <= max) return text
  const cut = findCut(text, max)
  if (cut > 0) return text.slice(0, cut)
  const isPair = /[\uD800-\uDBFF]/.test(text[max - 1] ?? '')
  return text.slice(0, isPair ? max - 1 : max)
}

/** The first character of a text as people see it: a letter with its marks, a whole emoji. Empty for an empty text. */
export const firstCharacter = (text: string): string => {
  if (segmenter) return segmenter.segment(text).containing(0)?.segment ?? ''
  let end = Math.min(1, text.length)
  while (end < text.length && findCutWithoutSegmenter(text, end) === 0) end++
  return text.slice(0, end)
}
