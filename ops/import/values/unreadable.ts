/** Values that a file lost before it came here. */

/** True where letters were replaced by asterisks, as shops do with the data of old customers. */
export const isMasked = (text: string): boolean => /\*{3,}/.test(text)

/** True where an earlier program replaced letters that it could not read. */
export const hasLostLetters = (text: string): boolean => text.includes('\ufffd')

/** True for a number that a spreadsheet shortened, such as `5.76461E+17`: its digits are gone. */
export const isShortenedNumber = (text: string): boolean => /^[-+]?\d(?:[.,]\d+)?E[-+]\d+$/i.test(text)
