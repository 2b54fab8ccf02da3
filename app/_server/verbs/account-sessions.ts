/** Where the caller is signed in, and how to end it. */

import { getSessionCookie } from 'better-auth/cookies'
import type { z } from 'zod'
import { deleteSession, deleteSessions, listSessions as rowsOf } from '@/db/queries/people'
import { Refusal } from '@/temporal/contract/errors'
import type { PersonOnly, RevokeSession } from '@/temporal/contract/schemas/people'
import { type Context, demand, demandPerson } from '../http/context'
import { audit } from '../identity/audit'
import { COOKIE_PREFIX } from '../identity/auth'
import { peopleOf } from '../identity/known-people'

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
const currentToken = ({ http }: Context): string | null => {
  const value = http && getSessionCookie(http.request, { cookiePrefix: COOKIE_PREFIX })
  return value ? value.slice(0, value.lastIndexOf('.')) : null
}

/** The caller's sessions, newest first. */
export const listSessions = async (ctx: Context): Promise<{ items: OwnSession[] }> => {
  const actor = demand(ctx, 'account.own')
  const token = currentToken(ctx)
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
export const countSessionsOf = async (
  ctx: Context,
  { userId }: z.output<typeof PersonOnly>,
): Promise<{ total: number }> => {
  demandPerson(ctx, 'user.manage')
  return { total: (await rowsOf(ctx.runtime.db, userId)).length }
}

/**
 * Ends one of the caller's sessions.
 * @throws Refusal NOT_FOUND for a session that is not the caller's
 */
export const revokeSession = async (
  ctx: Context,
  { sessionId }: z.output<typeof RevokeSession>,
): Promise<{ revoked: number }> => {
  const actor = demand(ctx, 'account.own')
  await ctx.runtime.db.transaction(async (tx) => {
    if (!(await deleteSession(tx, actor.id, sessionId))) throw new Refusal('NOT_FOUND')
    await audit(ctx, tx, 'account.session.revoke', `session:${sessionId}`)
  })
  peopleOf(ctx.runtime).forget(actor.id)
  return { revoked: 1 }
}

/** Ends all of the caller's sessions but this one. */
export const revokeOtherSessions = async (ctx: Context): Promise<{ revoked: number }> => {
  const actor = demand(ctx, 'account.own')
  const revoked = await ctx.runtime.db.transaction(async (tx) => {
    const count = await deleteSessions(tx, actor.id, currentToken(ctx))
    await audit(ctx, tx, 'account.session.revoke-others', `user:${actor.id}`)
    return count
  })
  peopleOf(ctx.runtime).forget(actor.id)
  return { revoked }
}
