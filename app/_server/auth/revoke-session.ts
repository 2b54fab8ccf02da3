import type { z } from 'zod'
import { deleteSession } from '@/db/queries/auth/sessions'
import { AppError } from '@/temporal/contract/errors'
import type { RevokeSession } from '@/temporal/contract/schemas/people-request'
import { requirePermission, type Verb } from './context'
import { getActorCache } from './load-actor'
import { recordAudit } from './record-audit'

/**
 * Ends one of the caller's sessions.
 * @throws AppError NOT_FOUND for a session that is not the caller's
 */
export const revokeSession: Verb<z.output<typeof RevokeSession>, { revoked: number }> = async (
  ctx,
  { sessionId },
) => {
  const actor = requirePermission(ctx, 'account.own')
  await ctx.runtime.db.transaction(async (tx) => {
    if (!(await deleteSession(tx, actor.id, sessionId))) throw new AppError('NOT_FOUND')
    await recordAudit(ctx, tx, 'account.session.revoke', `session:${sessionId}`)
  })
  getActorCache(ctx.runtime).invalidate(actor.id)
  return { revoked: 1 }
}
