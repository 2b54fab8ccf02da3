import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import { insertToken, selectTokens } from '@/db/queries/auth/api-tokens'
import { isActiveAdmin, lockAccount } from '@/db/queries/people/account-locks'
import type { Role } from '@/temporal/contract/auth/actor'
import { AppError } from '@/temporal/contract/errors'
import type { CreateToken } from '@/temporal/contract/schemas/people'
import { DAY_MS } from '@/temporal/contract/time'
import { requirePermission, requireUserSession, type Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { effectiveRole, generateApiToken, hashToken } from '../auth/tokens'
import { validationError } from '../platform/http/problem'

const MAX_TOKENS = 20

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
  const open = await selectTokens(tx, ownerId)
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
export const createApiToken: Verb<z.output<typeof CreateToken>, CreatedToken> = async (
  ctx,
  { userId, name, role, days },
) => {
  const actor = requireUserSession(ctx, 'token.own')
  const ownerId = userId ?? actor.id
  if (ownerId !== actor.id) requirePermission(ctx, 'user.manage')
  const token = generateApiToken()
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
