/** Reads a value of a mapping from a row or an order. */

import type { PostalCode, Value } from '../mapping/mapping-schema'
import { interpolate, type ReadColumn } from '../mapping/template'

const sameText = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

const translate = (text: string, words: Record<string, string> | undefined): string =>
  Object.entries(words ?? {}).find(([word]) => sameText(word, text))?.[1] ?? text

/** The part that `take` asks for; a text that does not match stays whole, since it may be right as it is. */
const takePart = (text: string, pattern: string | undefined): string =>
  pattern === undefined ? text : (new RegExp(pattern, 'u').exec(text)?.[1]?.trim() ?? text)

/** The value; empty where the mapping does not have it or the file leaves it empty. */
export const readValue = (value: Value | PostalCode | undefined, read: ReadColumn): string => {
  if (value === undefined) return ''
  if (typeof value === 'string') return interpolate(value, read)
  const { from, empty = [], words, take } = value
  const text = takePart(interpolate(from, read), take)
  const known = empty.some((word) => sameText(word, text)) ? '' : translate(text, words)
  return known === '' ? interpolate(value.default ?? '', read) : known
}
