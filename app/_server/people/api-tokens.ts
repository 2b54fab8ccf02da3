/** API tokens: shown once when they are made, listed by name, and ended. */

import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import {
  insertToken,
  selectTokens as rowsOf,
  selectAllTokens,
  updateTokenRevoked,
} from '@/db/queries/auth/api-tokens'
import { isActiveAdmin, lockAccount } from '@/db/queries/people/account-locks'
import { can } from '@/temporal/contract/auth/permissions'
import { AppError } from '@/temporal/contract/errors'
import type { ListedToken, Role } from '@/temporal/contract/people/people'
import type { CreateToken, PersonRef, RevokeToken } from '@/temporal/contract/schemas/people'
import { DAY_MS } from '@/temporal/contract/time'
import { type Context, requirePermission, requireUserSession } from '../auth/context'
import { getActorCache } from '../auth/load-actor'
import { recordAudit } from '../auth/record-audit'
import { effectiveRole, hashToken, generateApiToken as newSecret } from '../auth/tokens'
import { validationError } from '../platform/http/problem'

const MAX_TOKENS = 20
const MAX_LISTED = 500

/** The token is told once: what is kept is a hash. `expiresAt` is ISO 8601, UTC, or null for a token without end. */
export interface CreatedToken {
  name: string
  token: string
  expiresAt: string | null
}

const checkOwner = async (tx: Transaction, ownerId: string, role: Role): Promise<void> => {
  const owner = await lockAccount(tx, ownerId)
  if (!owner || owner.role === 'customer') throw new AppError('NOT_FOUND')
  if (effectiveRole(role, owner.role) !== role) {
    throw validationError([{ path: 'role', message: 'A token can do no more than the person it belongs to' }])
  }
  const open = await rowsOf(tx, ownerId)
  if (open.length >= MAX_TOKENS) {
    throw validationError([
      { path: 'name', message: `There are ${MAX_TOKENS} tokens already: revoke one first` },
    ])
  }
}

/**
 * Makes a token of the caller or, by an administrator, of a member of the staff.
 * @throws AppError FORBIDDEN, NOT_FOUND, or VALIDATION_FAILED for a role above the owner's
 */
export const createApiToken = async (
  ctx: Context,
  { userId, name, role, days }: z.output<typeof CreateToken>,
): Promise<CreatedToken> => {
  const actor = requireUserSession(ctx, 'token.own')
  const ownerId = userId ?? actor.id
  if (ownerId !== actor.id) requirePermission(ctx, 'user.manage')
  const token = newSecret()
  const expiresAt = days === undefined ? null : new Date(ctx.now.getTime() + days * DAY_MS)
  await ctx.runtime.db.transaction(async (tx) => {
    // What we remember of the caller may be half a minute old.
    if (ownerId !== actor.id && !(await isActiveAdmin(tx, actor.id))) throw new AppError('FORBIDDEN')
    await checkOwner(tx, ownerId, role)
    const id = randomUUID()
    await insertToken(tx, { id, name, tokenHash: hashToken(token), role, userId: ownerId, expiresAt })
    const details = { name, role, until: expiresAt?.toISOString() ?? null }
    await recordAudit(ctx, tx, 'token.create', `token:${id} user:${ownerId}`, details)
  })
  return { name, token, expiresAt: expiresAt?.toISOString() ?? null }
}

/** The caller's tokens in force, oldest first; an administrator may name another account. */
export const listApiTokens = async (
  ctx: Context,
  { userId }: Partial<z.output<typeof PersonRef>>,
): Promise<{ items: ListedToken[] }> => {
  const actor = requireUserSession(ctx, 'token.own')
  if (userId !== undefined && userId !== actor.id) requirePermission(ctx, 'user.manage')
  return { items: await rowsOf(ctx.runtime.db, userId ?? actor.id) }
}

/** Everybody's tokens in force, newest first, 500 at most. */
export const listAllApiTokens = async (ctx: Context) => {
  requireUserSession(ctx, 'user.manage')
  return { items: await selectAllTokens(ctx.runtime.db, MAX_LISTED) }
}

/**
 * Ends a token: at once in this process, within 30 s in others, and within 5 min while Postgres is away.
 * @throws AppError NOT_FOUND for one that is not the caller's, unless an administrator asks
 */
export const revokeApiToken = async (
  ctx: Context,
  { tokenId }: z.output<typeof RevokeToken>,
): Promise<{ tokenId: string }> => {
  const actor = requireUserSession(ctx, 'token.own')
  const ended = await ctx.runtime.db.transaction(async (tx) => {
    const row = await updateTokenRevoked(tx, tokenId, can(actor, 'user.manage') ? undefined : actor.id)
    if (!row) throw new AppError('NOT_FOUND')
    await recordAudit(ctx, tx, 'token.revoke', `token:${tokenId} user:${row.userId}`, { name: row.name })
    return row
  })
  getActorCache(ctx.runtime).invalidate(ended.userId)
  return { tokenId }
}
