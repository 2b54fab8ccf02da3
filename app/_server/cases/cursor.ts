/** Cursors of lists: what the next page starts from, signed together with the question it belongs to. */

import { Refusal } from '../../../temporal/contract/errors'
import type { CaseFilter, ListSource } from '../../../temporal/contract/filter'
import { isSignedBy, sign } from '../identity/secrets'
import { canonicalHash } from '../orders/canonical-hash'

/** Where a page starts: after or before a row of the projection, or at a page token of Temporal's. */
export type Position<Key> =
  | { source: 'projection'; after: Key }
  | { source: 'projection'; before: Key }
  | { source: 'visibility'; pageToken: string }

/** The question that a cursor belongs to. A page token under another query is accepted silently by Temporal. */
export interface Question {
  filter: CaseFilter
  sort?: string
}

const HASH_CHARS = 22

const hashOf = ({ filter, sort }: Question, source: ListSource): string =>
  canonicalHash({ filter, source, sort: source === 'projection' ? sort : undefined }).slice(0, HASH_CHARS)

const invalid = (): Refusal => new Refusal('INVALID_CURSOR')

/** A cursor for the page at `position` of the list that answers `question`. */
export const signCursor = <Key>(secret: Buffer, question: Question, position: Position<Key>): string => {
  const text = JSON.stringify({ at: position, of: hashOf(question, position.source) })
  return `${Buffer.from(text).toString('base64url')}.${sign(secret, text)}`
}

/**
 * Where a cursor points.
 * @throws Refusal INVALID_CURSOR for one that we did not sign, or signed for another question
 */
export const readCursor = <Key>(secret: Buffer, question: Question, cursor: string): Position<Key> => {
  const [body = '', mac = ''] = cursor.split('.')
  const text = Buffer.from(body, 'base64url').toString()
  // Only the one spelling that we made: base64url has others for the same bytes.
  const isOurs = Buffer.from(text).toString('base64url') === body && cursor === `${body}.${mac}`
  if (!isOurs || !isSignedBy(secret, text, mac)) throw invalid()
  const { at, of } = JSON.parse(text) as { at: Position<Key>; of: string }
  if (of !== hashOf(question, at.source)) throw invalid()
  return at
}
