/** Where in a text somebody is being called. */

import { type Mention, mentionText } from '@/temporal/contract/cases/mentions'

/** `@` at the start of a word, and a name that may have a second word. */
const CALL = /(?:^|[\s(])@([\p{L}\p{N}.'’-]{0,40}(?: [\p{L}\p{N}.'’-]{1,40})?)$/u

export interface Call {
  /** Position of the `@`. */
  start: number
  /** What was typed after it. */
  query: string
}

/** The call that ends at `caret`, or null. */
export const callAt = (text: string, caret: number): Call | null => {
  const query = CALL.exec(text.slice(0, caret))?.[1]
  return query === undefined ? null : { start: caret - query.length - 1, query }
}

/** The text with the call replaced by a person, and where the caret stands then. */
export const withMention = (text: string, call: Call, person: Mention): { text: string; caret: number } => {
  const called = `${mentionText(person)} `
  const rest = text.slice(call.start + 1 + call.query.length).replace(/^ /, '')
  return { text: text.slice(0, call.start) + called + rest, caret: call.start + called.length }
}
