/** API tokens: shown once when they are made, listed by name, and ended. */

import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import { isActiveAdmin, lockAccount } from '@/db/queries/account-locks'
import { endToken, insertToken, listAllTokens, listTokens as rowsOf } from '@/db/queries/tokens'
import { can } from '@/temporal/contract/can'
import { Refusal } from '@/temporal/contract/errors'
import type { ListedToken, Role } from '@/temporal/contract/people'
import type { CreateToken, PersonOnly, RevokeToken } from '@/temporal/contract/schemas/people'
import { DAY_MS } from '@/temporal/contract/time'
import { type Context, demand, demandPerson } from '../http/context'
import { invalid } from '../http/problem'
import { audit } from '../identity/audit'
import { peopleOf } from '../identity/known-people'
import { effectiveRole, hashToken, createToken as newSecret } from '../identity/tokens'

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
  if (!owner || owner.role === 'customer') throw new Refusal('NOT_FOUND')
  if (effectiveRole(role, owner.role) !== role) {
    throw invalid([{ path: 'role', message: 'A token can do no more than the person it belongs to' }])
  }
  const open = await rowsOf(tx, ownerId)
  if (open.length >= MAX_TOKENS) {
    throw invalid([{ path: 'name', message: `There are ${MAX_TOKENS} tokens already: revoke one first` }])
  }
}

/**
 * Makes a token of the caller or, by an administrator, of a member of the staff.
 * @throws Refusal FORBIDDEN, NOT_FOUND, or VALIDATION_FAILED for a role above the owner's
 */
export const createToken = async (
  ctx: Context,
  { userId, name, role, days }: z.output<typeof CreateToken>,
): Promise<CreatedToken> => {
  const actor = demandPerson(ctx, 'token.own')
  const ownerId = userId ?? actor.id
  if (ownerId !== actor.id) demand(ctx, 'user.manage')
  const token = newSecret()
  const expiresAt = days === undefined ? null : new Date(ctx.now.getTime() + days * DAY_MS)
  await ctx.runtime.db.transaction(async (tx) => {
    // What we remember of the caller may be half a minute old.
    if (ownerId !== actor.id && !(await isActiveAdmin(tx, actor.id))) throw new Refusal('FORBIDDEN')
    await checkOwner(tx, ownerId, role)
    const id = randomUUID()
    await insertToken(tx, { id, name, tokenHash: hashToken(token), role, userId: ownerId, expiresAt })
    const details = { name, role, until: expiresAt?.toISOString() ?? null }
    await audit(ctx, tx, 'token.create', `token:${id} user:${ownerId}`, details)
  })
  return { name, token, expiresAt: expiresAt?.toISOString() ?? null }
}

/** The caller's tokens in force, oldest first; an administrator may name another account. */
export const listTokens = async (
  ctx: Context,
  { userId }: Partial<z.output<typeof PersonOnly>>,
): Promise<{ items: ListedToken[] }> => {
  const actor = demandPerson(ctx, 'token.own')
  if (userId !== undefined && userId !== actor.id) demand(ctx, 'user.manage')
  return { items: await rowsOf(ctx.runtime.db, userId ?? actor.id) }
}

/** Everybody's tokens in force, newest first, 500 at most. */
export const listEveryToken = async (ctx: Context) => {
  demandPerson(ctx, 'user.manage')
  return { items: await listAllTokens(ctx.runtime.db, MAX_LISTED) }
}

/**
 * Ends a token: at once in this process, within 30 s in others, and within 5 min while Postgres is away.
 * @throws Refusal NOT_FOUND for one that is not the caller's, unless an administrator asks
 */
export const revokeToken = async (
  ctx: Context,
  { tokenId }: z.output<typeof RevokeToken>,
): Promise<{ tokenId: string }> => {
  const actor = demandPerson(ctx, 'token.own')
  const ended = await ctx.runtime.db.transaction(async (tx) => {
    const row = await endToken(tx, tokenId, can(actor, 'user.manage') ? undefined : actor.id)
    if (!row) throw new Refusal('NOT_FOUND')
    await audit(ctx, tx, 'token.revoke', `token:${tokenId} user:${row.userId}`, { name: row.name })
    return row
  })
  peopleOf(ctx.runtime).forget(ended.userId)
  return { tokenId }
}
