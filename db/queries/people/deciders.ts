/** Who in a group may decide: staff that is not banned. Four eyes: never whoever asked. */

import { type SQL, sql } from 'drizzle-orm'
import type { DeciderCount } from '../../../temporal/contract/activities'
import { STAFF_ROLES } from '../../../temporal/contract/auth/actor'
import type { Executor } from '../../client'
import { groupMembers, groups, user } from '../../schema/auth'
import { isNotBanned } from './is-banned'

/** Members of groups who may decide, as rows of `group_id` and `user_id`. */
export const deciderRows: SQL = sql`
  select ${groupMembers.groupId} as group_id, ${groupMembers.userId} as user_id
  from ${groupMembers} join ${user} on ${user.id} = ${groupMembers.userId}
  where ${user.role} in ${[...STAFF_ROLES]} and ${isNotBanned}`

/** Number of people who may decide in each group that has any. */
export const selectDeciderCountsByGroup = async (db: Executor): Promise<Map<string, number>> => {
  const { rows } = await db.execute<{ group_id: string; deciders: number }>(
    sql`select group_id, count(*)::int as deciders from (${deciderRows}) as decider group by group_id`,
  )
  return new Map(rows.map(({ group_id, deciders }) => [group_id, deciders]))
}

interface CountRow {
  group: string
  exists: boolean
  deciders: number
  has_requester: boolean | null
}

/** The count of each of `ids`, in their order. @param requesterId left out of the counts; null where it is no account */
export const selectDeciderCounts = async (
  db: Executor,
  ids: readonly string[],
  requesterId: string | null,
): Promise<DeciderCount[]> => {
  const { rows } = await db.execute<CountRow & Record<string, unknown>>(sql`
    select asked.id as "group",
      exists (select 1 from ${groups} where ${groups.id} = asked.id) as exists,
      (count(decider.user_id) filter (where decider.user_id is distinct from ${requesterId}::text))::int as deciders,
      bool_or(decider.user_id = ${requesterId}::text) as has_requester
    from unnest(${sql.param([...ids])}::text[]) with ordinality as asked (id, place)
    left join (${deciderRows}) as decider on decider.group_id = asked.id
    group by asked.id, asked.place order by asked.place`)
  return rows.map(({ group, exists, deciders, has_requester }) => ({
    group,
    exists,
    deciders,
    hasRequester: has_requester === true,
  }))
}
