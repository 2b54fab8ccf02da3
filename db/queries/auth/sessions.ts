/** Sessions of an account. */

import { and, desc, eq, gt, ne } from 'drizzle-orm'
import type { Database, Executor } from '../../client'
import { session } from '../../schema/auth'

/** A session of an account. `id` is safe to show; `token` is the credential. */
export interface SessionRow {
  id: string
  createdAt: Date
  updatedAt: Date
  userAgent: string | null
  ipAddress: string | null
  token: string
}

/** Sessions of an account that have not expired, newest first. */
export const selectSessions = (db: Database, userId: string): Promise<SessionRow[]> =>
  db
    .select({
      id: session.id,
      createdAt: session.createdAt,
      updatedAt: session.updatedAt,
      userAgent: session.userAgent,
      ipAddress: session.ipAddress,
      token: session.token,
    })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, new Date())))
    .orderBy(desc(session.updatedAt))

/** Deletes one session of an account. @returns false if the account has no such session */
export const deleteSession = async (db: Executor, userId: string, sessionId: string): Promise<boolean> => {
  const rows = await db
    .delete(session)
    .where(and(eq(session.id, sessionId), eq(session.userId, userId)))
    .returning({ id: session.id })
  return rows.length > 0
}

/** Deletes the sessions of an account except the one with `keepToken`; null keeps none. @returns the number deleted */
export const deleteSessions = async (
  db: Executor,
  userId: string,
  keepToken: string | null,
): Promise<number> => {
  const rows = await db
    .delete(session)
    .where(and(eq(session.userId, userId), keepToken === null ? undefined : ne(session.token, keepToken)))
    .returning({ id: session.id })
  return rows.length
}
