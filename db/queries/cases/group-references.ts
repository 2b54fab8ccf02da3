/** What refers to a group, or will. */

import { sql } from 'drizzle-orm'
import { INITIAL_STATES, type OrderState } from '../../../temporal/contract/states'
import type { Executor } from '../../client'
import { cases } from '../../schema/cases'

export interface GroupReferences {
  /** Open approvals that are asked of the group. */
  asked: number
  /** Open approvals that will be asked of it at their deadline. */
  escalating: number
  /** Open approvals that would be asked of it if nobody in their group may decide. */
  fallback: number
  /** Open orders that have no approval yet and whose policy names it. */
  orders: number
}

const BEFORE_APPROVAL: readonly OrderState[] = [
  INITIAL_STATES.order as OrderState,
  'VALIDATING',
  'RESERVING_STOCK',
  'AWAITING_CUSTOMER',
]

/** Counts of the references of a group. Reads every open case: for a rare question, not for a list of groups. */
export const selectGroupReferences = async (db: Executor, groupId: string): Promise<GroupReferences> => {
  const isApproval = sql`${cases.kind} = 'approval'`
  const isElsewhere = sql`${isApproval} and ${cases.groupId} is distinct from ${groupId}`
  const { rows } = await db.execute<GroupReferences & Record<string, unknown>>(sql`
    select count(*) filter (where ${isApproval} and ${cases.groupId} = ${groupId})::int as asked,
      count(*) filter (where ${isElsewhere} and ${cases.snapshot} #>> '{onDeadline,group}' = ${groupId})::int as escalating,
      count(*) filter (where ${isElsewhere} and ${cases.snapshot} ->> 'fallbackGroup' = ${groupId})::int as fallback,
      count(*) filter (where ${cases.kind} = 'order' and ${cases.state} in ${[...BEFORE_APPROVAL]}
        and ${cases.snapshot} -> 'policyGroups' @> to_jsonb(${groupId}::text))::int as orders
    from ${cases} where ${cases.isOpen}`)
  const [row] = rows
  if (!row) throw new Error('A count always has one row')
  return row
}
