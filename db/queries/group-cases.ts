/** What waits for a group. */

import { and, count, eq, inArray } from 'drizzle-orm'
import { OPEN_STATES } from '../../temporal/contract/states'
import type { Executor } from '../client'
import { cases } from '../schema/cases'

/** How many open cases are asked of `groupId`. */
export const countOpenInGroup = async (db: Executor, groupId: string): Promise<number> => {
  const [row] = await db
    .select({ open: count() })
    .from(cases)
    .where(and(eq(cases.groupId, groupId), inArray(cases.state, [...OPEN_STATES])))
  return row?.open ?? 0
}
