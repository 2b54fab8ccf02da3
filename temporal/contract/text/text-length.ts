/** Lengths of text in characters (code points), as JSON Schema and Postgres count them: an emoji is one. */

/** True where `text` has at most `max` characters. */
export const isAtMost = (text: string, max: number): boolean =>
  text.length <= max || (text.length <= 2 * max && [...text].length <= max)
