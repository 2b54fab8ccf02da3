/** API tokens of staff and machines, and tokens of invitation links: shown once, stored as a hash. */

import { createHash, randomBytes } from 'node:crypto'
import { PERSON_ROLES, type Role } from '../../../temporal/contract/auth/actor'

const TOKEN_BYTES = 32
const API_TOKEN = /^ac_[\w-]{43}$/
const INVITATION_TOKEN = /^inv_[\w-]{43}$/

/** A new token of 256 random bits. */
export const generateApiToken = (): string => `ac_${randomBytes(TOKEN_BYTES).toString('base64url')}`

/** The secret part of an invitation link, also 256 random bits. */
export const generateInvitationToken = (): string => `inv_${randomBytes(TOKEN_BYTES).toString('base64url')}`

export const isInvitationToken = (text: string): boolean => INVITATION_TOKEN.test(text)

/**
 * The stored form of a token. A token has 256 random bits, so a plain SHA-256 without salt is enough, and a lookup by
 * hash reveals nothing through its timing.
 */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The API token of an Authorization header, or null if it does not have the form of one. */
export const parseBearer = (authorization: string): string | null => {
  const token = /^Bearer ([^\s]+)$/i.exec(authorization)?.[1] ?? ''
  return API_TOKEN.test(token) ? token : null
}

/** True while a token is neither revoked nor expired. */
export const isUsable = (token: { expiresAt: Date | null; revokedAt: Date | null }, now: Date): boolean =>
  token.revokedAt === null && (token.expiresAt === null || token.expiresAt > now)

/**
 * The lesser of the token's and its owner's role, so that a demoted owner's tokens are demoted too. `import` is valid
 * only for a machine's own account or an administrator's token; otherwise the token is worth nothing (null), because
 * every other role may do things that `import` may not.
 */
export const effectiveRole = (token: Role, owner: Role): Role | null => {
  if (owner === 'import') return 'import'
  if (token === 'import') return owner === 'admin' ? 'import' : null
  return PERSON_ROLES.indexOf(token) <= PERSON_ROLES.indexOf(owner) ? token : owner
}
