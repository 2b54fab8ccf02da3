/** Cleans the text of a cell from what spreadsheets and shops put around it. */

import { decodeHTMLStrict } from 'entities'

/** `code`: numbers, ids, dates and postal codes; `text`: names, streets and titles. */
export type CellKind = 'code' | 'text'

/** `="02138"` keeps a spreadsheet from making a number of it. */
const unwrapFormula = (text: string): string =>
  /^="((?:[^"]|"")*)"$/.exec(text)?.[1]?.replaceAll('""', '"') ?? text

/**
 * An apostrophe marks text in a spreadsheet. A name may begin with one, such as 's-Hertogenbosch, so there it is only
 * taken off before what a spreadsheet would calculate.
 */
const withoutApostrophe = (text: string, kind: CellKind): string =>
  (kind === 'code' ? /^'(?=.)/ : /^'(?=[\d=+\-@])/).test(text) ? text.slice(1) : text

/** Blanks of every kind around a value are no part of it, wide ones and tabs too. */
const trimmed = (text: string): string => text.replace(/^[\s\ufeff\u200b]+|[\s\ufeff\u200b]+$/gu, '')

/** The value of a cell. */
export const cleanCell = (cell: string, kind: CellKind, hasEntities: boolean): string => {
  const text = hasEntities ? decodeHTMLStrict(cell) : cell
  const value = trimmed(withoutApostrophe(unwrapFormula(trimmed(text)), kind))
  return value.normalize('NFC').replace(/\s*[\r\n]+\s*/g, ' ')
}

const ENTITY = /&(?:amp|quot|lt|gt|apos|nbsp|#\d{2,6}|#x[\da-f]{2,5});/i

/** True for text with HTML entities, such as `&amp;`. */
export const hasEntity = (text: string): boolean => ENTITY.test(text)
