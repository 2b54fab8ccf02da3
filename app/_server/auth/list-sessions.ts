import { selectSessions } from '@/db/queries/auth/sessions'
import { type NoInput, requirePermission, type Verb } from './context'
import { getSessionToken } from './session-token'

/** A session as shown to its owner. Times are ISO 8601, UTC. */
export interface OwnSession {
  id: string
  createdAt: string
  lastSeenAt: string
  userAgent: string | null
  address: string | null
  isCurrent: boolean
}

/** The caller's sessions, newest first. */
export const listSessions: Verb<NoInput, { items: OwnSession[] }> = async (ctx) => {
  const actor = requirePermission(ctx, 'account.own')
  const token = getSessionToken(ctx)
  const rows = await selectSessions(ctx.runtime.db, actor.id)
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
