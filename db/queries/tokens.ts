/** API tokens of machines. */

import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Role } from '../../temporal/contract/people'
import type { Executor } from '../client'
import { apiTokens, user } from '../schema/auth'

/** A token and the account that owns it. */
export interface TokenRow {
  id: string
  role: Role
  expiresAt: Date | null
  revokedAt: Date | null
  owner: { id: string; name: string; role: Role; banned: boolean; banExpires: Date | null }
}

/** The token with this hash, or null. */
export const findToken = async (db: Executor, tokenHash: string): Promise<TokenRow | null> => {
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

/** Tokens of an account that were not revoked, oldest first; hashes stay here. */
export const listTokens = (db: Executor, userId: string) =>
  db
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      role: apiTokens.role,
      expiresAt: apiTokens.expiresAt,
      createdAt: apiTokens.createdAt,
    })
    .from(apiTokens)
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt)))
    .orderBy(asc(apiTokens.createdAt))

/** @returns false when there is no such token, or it was revoked before */
export const revokeToken = async (db: Executor, tokenId: string): Promise<boolean> => {
  const rows = await db
    .update(apiTokens)
    .set({ revokedAt: new Date() })
    .where(and(eq(apiTokens.id, tokenId), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id })
  return rows.length > 0
}
