/** What people saw of cases; what they did themselves, they have seen. */

import { markSeen } from '@/db/queries/case-seen'
import type { SeenCase } from '@/temporal/contract/case'
import type { Context } from '../http/context'
import { isDatabaseDown } from '../http/database-errors'
import type { Runtime } from '../runtime'
import { outdateCounts } from './known-counts'

/** Keeps what a person saw, and counts what is unread for them anew. */
export const keepSeen = async (
  runtime: Runtime,
  actorId: string,
  seen: readonly SeenCase[],
): Promise<void> => {
  await markSeen(runtime.db, actorId, seen)
  outdateCounts(runtime, actorId)
}

/** Remembers, behind the answer, that the caller knows this version of a case. Never fails; it may be lost. */
export const seenByCaller = ({ actor, runtime }: Context, caseId: string, version: number): void => {
  if (!actor) return
  keepSeen(runtime, actor.id, [{ caseId, version }]).catch((error: unknown) => {
    if (!isDatabaseDown(error)) runtime.log.warn({ caseId, err: String(error) }, 'a seen mark was not kept')
  })
}
