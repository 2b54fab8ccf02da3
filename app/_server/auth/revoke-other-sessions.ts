import { deleteSessions } from '@/db/queries/auth/sessions'
import { type NoInput, requirePermission, type Verb } from './context'
import { getActorCache } from './load-actor'
import { recordAudit } from './record-audit'
import { getSessionToken } from './session-token'

/** Ends all sessions of the caller except the current one. */
export const revokeOtherSessions: Verb<NoInput, { revoked: number }> = async (ctx) => {
  const actor = requirePermission(ctx, 'account.own')
  const revoked = await ctx.runtime.db.transaction(async (tx) => {
    const count = await deleteSessions(tx, actor.id, getSessionToken(ctx))
    await recordAudit(ctx, tx, 'account.session.revoke-others', `user:${actor.id}`)
    return count
  })
  getActorCache(ctx.runtime).invalidate(actor.id)
  return { revoked }
}
