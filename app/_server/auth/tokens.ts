/** API tokens of staff and machines, and links of invitations: shown once, kept as a hash. */

import { createHash, randomBytes } from 'node:crypto'
import type { Role } from '../../../temporal/contract/auth/actor'

const TOKEN_BYTES = 32
const PATTERN = /^ac_[\w-]{43}$/
const INVITATION = /^inv_[\w-]{43}$/

/** A new token of 256 random bits. */
export const generateApiToken = (): string => `ac_${randomBytes(TOKEN_BYTES).toString('base64url')}`

/** The secret part of an invitation's link, as random. */
export const generateInvitationToken = (): string => `inv_${randomBytes(TOKEN_BYTES).toString('base64url')}`

export const isInvitationToken = (text: string): boolean => INVITATION.test(text)

/**
 * What the table keeps. The token is random and long, so a plain SHA-256 suffices, and a lookup by hash takes the
 * same effort for a right token as for a wrong one.
 */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The token of an Authorization header, or null where it is none of ours. */
export const parseBearer = (authorization: string): string | null => {
  const token = /^Bearer ([^\s]+)$/i.exec(authorization)?.[1] ?? ''
  return PATTERN.test(token) ? token : null
}

/** True while a token may be used. */
export const isUsable = (token: { expiresAt: Date | null; revokedAt: Date | null }, now: Date): boolean =>
  token.revokedAt === null && (token.expiresAt === null || token.expiresAt > now)

const RANK = { customer: 0, agent: 1, supervisor: 2, admin: 3 } as const satisfies Record<
  Exclude<Role, 'import'>,
  number
>

/**
 * A token never does more than its owner still may: a demoted owner's token is demoted with them. `import`, which no
 * person has, is an administrator's to give away or a machine's own; without one it is worth nothing, which is null,
 * since every other role may do things that `import` may not.
 */
export const effectiveRole = (token: Role, owner: Role): Role | null => {
  if (owner === 'import') return 'import'
  if (token === 'import') return owner === 'admin' ? 'import' : null
  return RANK[token] <= RANK[owner] ? token : owner
}
