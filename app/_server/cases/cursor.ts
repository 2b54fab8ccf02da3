/** List cursors: the start of the next page, signed together with the list request it belongs to. */

import type { CaseFilter, ListSource } from '../../../temporal/contract/cases/case-filter'
import { AppError } from '../../../temporal/contract/errors'
import { canonicalHash } from '../platform/canonical-hash'
import { sign, verifySignature } from '../platform/key-derivation'

/** The start of a page: after, before or through a row of the projection, or a page token of Temporal. */
export type Position<Key> =
  | { source: 'projection'; after: Key }
  | { source: 'projection'; before: Key }
  | { source: 'projection'; through: Key }
  | { source: 'visibility'; pageToken: string }

/** The list request that a cursor belongs to: Temporal silently accepts a page token of another query. */
export interface CursorScope {
  filter: CaseFilter
  sort?: string
}

const HASH_CHARS = 22

const hashScope = ({ filter, sort }: CursorScope, source: ListSource): string =>
  canonicalHash({ filter, source, sort: source === 'projection' ? sort : undefined }).slice(0, HASH_CHARS)

const invalidCursor = (): AppError => new AppError('INVALID_CURSOR')

/** Signs the cursor for `position` in the list of `scope`. */
export const signCursor = <Key>(secret: Buffer, scope: CursorScope, position: Position<Key>): string => {
  const text = JSON.stringify({ at: position, of: hashScope(scope, position.source) })
  return `${Buffer.from(text).toString('base64url')}.${sign(secret, text)}`
}

/**
 * Verifies a cursor and returns its position.
 * @throws AppError INVALID_CURSOR for a forged cursor or one of another list request
 */
export const readCursor = <Key>(secret: Buffer, scope: CursorScope, cursor: string): Position<Key> => {
  const [body = '', mac = ''] = cursor.split('.')
  const text = Buffer.from(body, 'base64url').toString()
  // base64url has several spellings of the same bytes; only the canonical one is valid.
  const isCanonical = Buffer.from(text).toString('base64url') === body && cursor === `${body}.${mac}`
  if (!isCanonical || !verifySignature(secret, text, mac)) throw invalidCursor()
  const { at, of } = JSON.parse(text) as { at: Position<Key>; of: string }
  if (of !== hashScope(scope, at.source)) throw invalidCursor()
  return at
}
