/** Finds the mention that is being typed. */

import { type Mention, mentionText } from '@/temporal/contract/cases/mentions'

/** `@` at the start of a word, and a name of up to two words. */
const MENTION_PATTERN =
  /(?:^|[\s(])@([\p{L}\p{M}\p{N}\u200C.'’-]{0,40}(?: [\p{L}\p{M}\p{N}\u200C.'’-]{1,40})?)$/u

export interface MentionQuery {
  /** Index of the `@`. */
  start: number
  /** The text after it. */
  query: string
}

/** The mention that ends at `caret`, or null. */
export const findMentionQuery = (text: string, caret: number): MentionQuery | null => {
  const query = MENTION_PATTERN.exec(text.slice(0, caret))?.[1]
  return query === undefined ? null : { start: caret - query.length - 1, query }
}

/** The text with the query replaced by the name, and the new position of the caret. */
export const insertMention = (
  text: string,
  mention: MentionQuery,
  person: Mention,
): { text: string; caret: number } => {
  const inserted = `${mentionText(person)} `
  const rest = text.slice(mention.start + 1 + mention.query.length).replace(/^ /, '')
  return { text: text.slice(0, mention.start) + inserted + rest, caret: mention.start + inserted.length }
}
