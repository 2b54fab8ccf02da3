/** What people did to a case themselves, they have seen. */

import { markSeen } from '@/db/queries/case-seen'
import type { Context } from '../http/context'
import { isDatabaseDown } from '../http/database-errors'

/** Remembers, behind the answer, that the caller knows this version of a case. Never fails; it may be lost. */
export const seenByCaller = ({ actor, runtime }: Context, caseId: string, version: number): void => {
  if (!actor) return
  markSeen(runtime.db, actor.id, [{ caseId, version }]).catch((error: unknown) => {
    if (!isDatabaseDown(error)) runtime.log.warn({ caseId, err: String(error) }, 'a seen mark was not kept')
  })
}
