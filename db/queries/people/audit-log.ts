/** Audit log of changes that no workflow records. */

import { randomUUID } from 'node:crypto'
import { and, desc, eq, or } from 'drizzle-orm'
import type { Executor } from '../../client'
import { type AuditDetails, auditLog, user } from '../../schema/auth'
import { afterCursor, microsecondTimestamp, type TimestampCursor } from '../timestamp-cursor'

export interface AuditEntry {
  actorId: string
  actorName: string
  /** Session or token of the actor, such as `token:abc`; none for the command line. */
  principal?: string | null
  /** Such as `group.member.add`. */
  action: string
  /** Ids of the changed things, such as `group:risk user:abc`. */
  subject: string
  details?: AuditDetails
  requestId: string | null
}

/** Writes one row. Pass the transaction of the change, so that both are committed or neither. */
export const insertAuditEntry = async (db: Executor, entry: AuditEntry): Promise<void> => {
  await db.insert(auditLog).values({ id: randomUUID(), ...entry })
}

export interface AuditRow extends Omit<AuditEntry, 'details'> {
  id: string
  at: Date
  exactAt: string
  details: AuditDetails | null
  /** The account that was changed. */
  userId: string | null
  userName: string | null
}

/** Entries newest first, starting after `after`; `about` selects entries by or about one account. */
export const selectAuditEntries = (
  db: Executor,
  { about, after, limit }: { about?: string | undefined; after?: TimestampCursor | undefined; limit: number },
): Promise<AuditRow[]> =>
  db
    .select({
      id: auditLog.id,
      actorId: auditLog.actorId,
      actorName: auditLog.actorName,
      principal: auditLog.principal,
      action: auditLog.action,
      subject: auditLog.subject,
      details: auditLog.details,
      requestId: auditLog.requestId,
      at: auditLog.at,
      exactAt: microsecondTimestamp(auditLog.at),
      userId: auditLog.userId,
      userName: user.name,
    })
    .from(auditLog)
    .leftJoin(user, eq(user.id, auditLog.userId))
    .where(
      and(
        about ? or(eq(auditLog.userId, about), eq(auditLog.actorId, about)) : undefined,
        afterCursor(auditLog.at, auditLog.id, after),
      ),
    )
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(limit)
