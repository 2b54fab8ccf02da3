/** Cursors of lists: what the next page starts from, signed together with the question it belongs to. */

import type { CaseFilter, ListSource } from '../../../temporal/contract/cases/case-filter'
import { AppError } from '../../../temporal/contract/errors'
import { canonicalHash } from '../platform/canonical-hash'
import { sign, verifySignature } from '../platform/key-derivation'

/** Where a page starts: after or before a row of the projection, or at a page token of Temporal's. */
export type Position<Key> =
  | { source: 'projection'; after: Key }
  | { source: 'projection'; before: Key }
  | { source: 'visibility'; pageToken: string }

/** The question that a cursor belongs to. A page token under another query is accepted silently by Temporal. */
export interface CursorScope {
  filter: CaseFilter
  sort?: string
}

const HASH_CHARS = 22

const hashScope = ({ filter, sort }: CursorScope, source: ListSource): string =>
  canonicalHash({ filter, source, sort: source === 'projection' ? sort : undefined }).slice(0, HASH_CHARS)

const invalidCursor = (): AppError => new AppError('INVALID_CURSOR')

/** A cursor for the page at `position` of the list that answers `question`. */
export const signCursor = <Key>(secret: Buffer, question: CursorScope, position: Position<Key>): string => {
  const text = JSON.stringify({ at: position, of: hashScope(question, position.source) })
  return `${Buffer.from(text).toString('base64url')}.${sign(secret, text)}`
}

/**
 * Where a cursor points.
 * @throws AppError INVALID_CURSOR for one that we did not sign, or signed for another question
 */
export const readCursor = <Key>(secret: Buffer, question: CursorScope, cursor: string): Position<Key> => {
  const [body = '', mac = ''] = cursor.split('.')
  const text = Buffer.from(body, 'base64url').toString()
  // Only the one spelling that we made: base64url has others for the same bytes.
  const isOurs = Buffer.from(text).toString('base64url') === body && cursor === `${body}.${mac}`
  if (!isOurs || !verifySignature(secret, text, mac)) throw invalidCursor()
  const { at, of } = JSON.parse(text) as { at: Position<Key>; of: string }
  if (of !== hashScope(question, at.source)) throw invalidCursor()
  return at
}
