/** Where in a text somebody is being called. */

import { type Mention, mentionText } from '@/temporal/contract/cases/mentions'

/** `@` at the start of a word, and a name that may have a second word. */
const MENTION_PATTERN = /(?:^|[\s(])@([\p{L}\p{N}.'’-]{0,40}(?: [\p{L}\p{N}.'’-]{1,40})?)$/u

export interface MentionQuery {
  /** Position of the `@`. */
  start: number
  /** What was typed after it. */
  query: string
}

/** The call that ends at `caret`, or null. */
export const findMentionQuery = (text: string, caret: number): MentionQuery | null => {
  const query = MENTION_PATTERN.exec(text.slice(0, caret))?.[1]
  return query === undefined ? null : { start: caret - query.length - 1, query }
}

/** The text with the call replaced by a person, and where the caret stands then. */
export const insertMention = (
  text: string,
  mention: MentionQuery,
  person: Mention,
): { text: string; caret: number } => {
  const inserted = `${mentionText(person)} `
  const rest = text.slice(mention.start + 1 + mention.query.length).replace(/^ /, '')
  return { text: text.slice(0, mention.start) + inserted + rest, caret: mention.start + inserted.length }
}
