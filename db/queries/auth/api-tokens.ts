/** API tokens of machines and of staff. */

import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Role } from '../../../temporal/contract/auth/actor'
import type { ListedToken } from '../../../temporal/contract/people/people'
import type { Executor } from '../../client'
import { apiTokens, user } from '../../schema/auth'

/** A token and the account that owns it. */
export interface TokenRow {
  id: string
  role: Role
  expiresAt: Date | null
  revokedAt: Date | null
  owner: {
    id: string
    name: string
    role: Role
    banned: boolean
    banExpires: Date | null
    timeZone: string | null
  }
}

/** The token with this hash, or null. */
export const selectTokenByHash = async (db: Executor, tokenHash: string): Promise<TokenRow | null> => {
  const [row] = await db
    .select({
      id: apiTokens.id,
      role: apiTokens.role,
      expiresAt: apiTokens.expiresAt,
      revokedAt: apiTokens.revokedAt,
      owner: {
        id: user.id,
        name: user.name,
        role: user.role,
        banned: user.banned,
        banExpires: user.banExpires,
        timeZone: user.timeZone,
      },
    })
    .from(apiTokens)
    .innerJoin(user, eq(user.id, apiTokens.userId))
    .where(eq(apiTokens.tokenHash, tokenHash))
  return row ?? null
}

export interface NewToken {
  id: string
  name: string
  tokenHash: string
  role: Role
  userId: string
  expiresAt: Date | null
}

export const insertToken = async (db: Executor, token: NewToken): Promise<void> => {
  await db.insert(apiTokens).values(token)
}

const LISTED_COLUMNS = {
  id: apiTokens.id,
  name: apiTokens.name,
  role: apiTokens.role,
  expiresAt: apiTokens.expiresAt,
  lastUsedAt: apiTokens.lastUsedAt,
  createdAt: apiTokens.createdAt,
}

/** Tokens of an account that were not revoked, oldest first. */
export const selectTokens = (db: Executor, userId: string): Promise<ListedToken[]> =>
  db
    .select(LISTED_COLUMNS)
    .from(apiTokens)
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt)))
    .orderBy(asc(apiTokens.createdAt))

/** A token with the account that owns it, for the list of all tokens. */
export interface OwnedToken extends ListedToken {
  owner: { id: string; name: string }
}

/** Tokens of all accounts that were not revoked, newest first. */
export const selectAllTokens = (db: Executor, limit: number): Promise<OwnedToken[]> =>
  db
    .select({ ...LISTED_COLUMNS, owner: { id: user.id, name: user.name } })
    .from(apiTokens)
    .innerJoin(user, eq(user.id, apiTokens.userId))
    .where(isNull(apiTokens.revokedAt))
    .orderBy(desc(apiTokens.createdAt), asc(apiTokens.id))
    .limit(limit)

/**
 * Revokes a token.
 * @param ownerId when given, only a token of this account is revoked
 * @returns its owner and name, or null if there is no such token or it was already revoked
 */
export const updateTokenRevoked = async (
  db: Executor,
  tokenId: string,
  ownerId?: string,
): Promise<{ userId: string; name: string } | null> => {
  const [row] = await db
    .update(apiTokens)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(apiTokens.id, tokenId),
        isNull(apiTokens.revokedAt),
        ownerId === undefined ? undefined : eq(apiTokens.userId, ownerId),
      ),
    )
    .returning({ userId: apiTokens.userId, name: apiTokens.name })
  return row ?? null
}
