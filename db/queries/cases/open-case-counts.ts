/** Counts of the open cases of groups. */

import { and, count, inArray, isNotNull } from 'drizzle-orm'
import { OPEN_STATES } from '../../../temporal/contract/states'
import type { Executor } from '../../client'
import { cases } from '../../schema/cases'

/** Number of open cases of each group that has any. */
export const selectOpenCountsByGroup = async (db: Executor): Promise<Map<string, number>> => {
  const rows = await db
    .select({ groupId: cases.groupId, open: count() })
    .from(cases)
    .where(and(isNotNull(cases.groupId), inArray(cases.state, [...OPEN_STATES])))
    .groupBy(cases.groupId)
  return new Map(rows.map(({ groupId, open }) => [groupId ?? '', open]))
}
