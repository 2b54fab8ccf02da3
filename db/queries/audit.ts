/** The audit of what no workflow records. */

import { randomUUID } from 'node:crypto'
import type { Executor } from '../client'
import { auditLog } from '../schema/auth'

export interface AuditEntry {
  actorId: string
  actorName: string
  /** Such as `group.member.add`. */
  action: string
  /** What it was done to, such as `group:risk user:abc`; ids only. */
  subject: string
  requestId: string | null
}

/** Writes one row; give the transaction of the change itself, so that neither stands without the other. */
export const insertAudit = async (db: Executor, entry: AuditEntry): Promise<void> => {
  await db.insert(auditLog).values({ id: randomUUID(), ...entry })
}
