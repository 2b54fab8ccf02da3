/** Where the caller is signed in, and how to end it. */

import { getSessionCookie } from 'better-auth/cookies'
import type { z } from 'zod'
import { deleteSession, deleteSessions, selectSessions as rowsOf } from '@/db/queries/people/groups'
import { AppError } from '@/temporal/contract/errors'
import type { PersonRef, RevokeSession } from '@/temporal/contract/schemas/people'
import { COOKIE_PREFIX } from './better-auth'
import { type Context, requirePermission, requireUserSession } from './context'
import { getActorCache } from './load-actor'
import { recordAudit } from './record-audit'

/** A session as its owner sees it. Times are ISO 8601, UTC. */
export interface OwnSession {
  id: string
  createdAt: string
  lastSeenAt: string
  userAgent: string | null
  address: string | null
  isCurrent: boolean
}

/** The token inside the signed cookie, whose signature `identify` has checked. */
const getSessionToken = ({ http }: Context): string | null => {
  const value = http && getSessionCookie(http.request, { cookiePrefix: COOKIE_PREFIX })
  return value ? value.slice(0, value.lastIndexOf('.')) : null
}

/** The caller's sessions, newest first. */
export const listSessions = async (ctx: Context): Promise<{ items: OwnSession[] }> => {
  const actor = requirePermission(ctx, 'account.own')
  const token = getSessionToken(ctx)
  const rows = await rowsOf(ctx.runtime.db, actor.id)
  return {
    items: rows.map((row) => ({
      id: row.id,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.updatedAt.toISOString(),
      userAgent: row.userAgent,
      address: row.ipAddress || null,
      isCurrent: row.token === token,
    })),
  }
}

/** At how many places somebody is signed in. */
export const countSessions = async (
  ctx: Context,
  { userId }: z.output<typeof PersonRef>,
): Promise<{ total: number }> => {
  requireUserSession(ctx, 'user.manage')
  return { total: (await rowsOf(ctx.runtime.db, userId)).length }
}

/**
 * Ends one of the caller's sessions.
 * @throws AppError NOT_FOUND for a session that is not the caller's
 */
export const revokeSession = async (
  ctx: Context,
  { sessionId }: z.output<typeof RevokeSession>,
): Promise<{ revoked: number }> => {
  const actor = requirePermission(ctx, 'account.own')
  await ctx.runtime.db.transaction(async (tx) => {
    if (!(await deleteSession(tx, actor.id, sessionId))) throw new AppError('NOT_FOUND')
    await recordAudit(ctx, tx, 'account.session.revoke', `session:${sessionId}`)
  })
  getActorCache(ctx.runtime).invalidate(actor.id)
  return { revoked: 1 }
}

/** Ends all of the caller's sessions but this one. */
export const revokeOtherSessions = async (ctx: Context): Promise<{ revoked: number }> => {
  const actor = requirePermission(ctx, 'account.own')
  const revoked = await ctx.runtime.db.transaction(async (tx) => {
    const count = await deleteSessions(tx, actor.id, getSessionToken(ctx))
    await recordAudit(ctx, tx, 'account.session.revoke-others', `user:${actor.id}`)
    return count
  })
  getActorCache(ctx.runtime).invalidate(actor.id)
  return { revoked }
}
