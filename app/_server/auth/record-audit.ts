/** Audit rows of verbs that no workflow records. */

import type { Executor } from '@/db/client'
import { insertAuditEntry } from '@/db/queries/people/audit-log'
import type { AuditDetails } from '@/db/schema/auth'
import { type Context, requireActor } from './context'

/**
 * Says who did `action` to `subject`, in the transaction of the change.
 * @throws AppError UNAUTHENTICATED without a caller
 */
export const recordAudit = (
  ctx: Context,
  db: Executor,
  action: string,
  subject: string,
  details?: AuditDetails,
): Promise<void> => {
  const actor = requireActor(ctx)
  return insertAuditEntry(db, {
    actorId: actor.id,
    actorName: actor.name,
    principal: actor.principal,
    action,
    subject,
    ...(details ? { details } : {}),
    requestId: ctx.requestId,
  })
}
