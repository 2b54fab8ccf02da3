import type { z } from 'zod'
import { updateTokenRevoked } from '@/db/queries/auth/api-tokens'
import { can } from '@/temporal/contract/auth/permissions'
import { AppError } from '@/temporal/contract/errors'
import type { RevokeToken } from '@/temporal/contract/schemas/people-request'
import { requireUserSession, type Verb } from '../auth/context'
import { getActorCache } from '../auth/load-actor'
import { recordAudit } from '../auth/record-audit'

/**
 * Revokes a token: at once in this process, within 30 s in others, within 5 min while Postgres is down.
 * @throws AppError NOT_FOUND for another account's token, unless the caller is an administrator
 */
export const revokeApiToken: Verb<z.output<typeof RevokeToken>, { tokenId: string }> = async (
  ctx,
  { tokenId },
) => {
  const actor = requireUserSession(ctx, 'token.own')
  const revoked = await ctx.runtime.db.transaction(async (tx) => {
    const row = await updateTokenRevoked(tx, tokenId, can(actor, 'user.manage') ? undefined : actor.id)
    if (!row) throw new AppError('NOT_FOUND')
    await recordAudit(ctx, tx, 'token.revoke', `token:${tokenId} user:${row.userId}`, { name: row.name })
    return row
  })
  getActorCache(ctx.runtime).invalidate(revoked.userId)
  return { tokenId }
}
