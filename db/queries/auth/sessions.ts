/** Sessions of an account. */

import { and, desc, eq, gt, ne } from 'drizzle-orm'
import type { Database, Executor } from '../../client'
import { session } from '../../schema/auth'

/** One place where an account is signed in. The id is no credential. */
export interface SessionRow {
  id: string
  createdAt: Date
  updatedAt: Date
  userAgent: string | null
  ipAddress: string | null
  token: string
}

/** Where an account is signed in right now, newest first. */
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

/** Ends one session of an account. @returns false when the account has no such session */
export const deleteSession = async (db: Executor, userId: string, sessionId: string): Promise<boolean> => {
  const rows = await db
    .delete(session)
    .where(and(eq(session.id, sessionId), eq(session.userId, userId)))
    .returning({ id: session.id })
  return rows.length > 0
}

/** Ends every session of an account but the one of `keepToken`; null keeps none. @returns how many */
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
