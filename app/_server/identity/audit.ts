/** Audit rows of verbs that no workflow records. */

import type { Executor } from '@/db/client'
import { insertAudit } from '@/db/queries/audit'
import type { AuditDetails } from '@/db/schema/auth'
import { type Context, requireActor } from '../http/context'

/**
 * Says who did `action` to `subject`, in the transaction of the change.
 * @throws Refusal UNAUTHENTICATED without a caller
 */
export const audit = (
  ctx: Context,
  db: Executor,
  action: string,
  subject: string,
  details?: AuditDetails,
): Promise<void> => {
  const actor = requireActor(ctx)
  return insertAudit(db, {
    actorId: actor.id,
    actorName: actor.name,
    principal: actor.principal,
    action,
    subject,
    ...(details ? { details } : {}),
    requestId: ctx.requestId,
  })
}
