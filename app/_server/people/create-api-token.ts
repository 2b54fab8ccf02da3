import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import { insertToken, selectTokens } from '@/db/queries/auth/api-tokens'
import { isActiveAdmin, lockAccount } from '@/db/queries/people/account-locks'
import type { Role } from '@/temporal/contract/auth/actor'
import { AppError } from '@/temporal/contract/errors'
import type { CreateToken } from '@/temporal/contract/schemas/people-request'
import { DAY_MS } from '@/temporal/contract/time'
import { requirePermission, requireUserSession, type Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { effectiveRole, generateApiToken, hashToken } from '../auth/tokens'
import { validationError } from '../platform/http/problem'

const MAX_TOKENS = 20

/** The only copy of the token: the database stores its hash. `expiresAt` is ISO 8601, UTC; null never expires. */
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
  const tokens = await selectTokens(tx, ownerId)
  if (tokens.length >= MAX_TOKENS) {
    throw validationError([
      { path: 'name', message: `There are ${MAX_TOKENS} tokens already: revoke one first` },
    ])
  }
}

/**
 * Creates a token for the caller or, as an administrator, for another member of staff.
 * @throws AppError FORBIDDEN, NOT_FOUND, or VALIDATION_FAILED for a role above the owner's or too many tokens
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
    // The cached role of the caller may be 30 s old.
    if (ownerId !== actor.id && !(await isActiveAdmin(tx, actor.id))) throw new AppError('FORBIDDEN')
    await checkOwner(tx, ownerId, role)
    const id = randomUUID()
    await insertToken(tx, { id, name, tokenHash: hashToken(token), role, userId: ownerId, expiresAt })
    const details = { name, role, until: expiresAt?.toISOString() ?? null }
    await recordAudit(ctx, tx, 'token.create', `token:${id} user:${ownerId}`, details)
  })
  return { name, token, expiresAt: expiresAt?.toISOString() ?? null }
}
