/** Text of a file as it may be written to a terminal. */

/** Controls, and marks that change the direction or the place of text. Line breaks are controls too. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

const MAX_LENGTH = 120

const toEscape = (char: string): string =>
  char === '\n' || char === '\r' || char === '\t' ? ' ' : `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`

/** Escapes control characters, which could otherwise clear the screen or rewrite the title of a terminal. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, toEscape)

/** The text of a file in quotes, cut to a length that fits into a sentence. */
export const quoted = (text: string): string => {
  const letters = [...text]
  return `"${printable(letters.length > MAX_LENGTH ? `${letters.slice(0, MAX_LENGTH).join('')}…` : text)}"`
}
