import type { Executor } from '@/db/client'
import { insertAuditEntry } from '@/db/queries/people/audit-log'
import type { AuditDetails } from '@/db/schema/auth'
import { type Context, requireActor } from './context'

/**
 * Writes an audit row for a change that no workflow records. Pass the transaction of the change as `db`.
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
