/** Open approvals that nobody in their group may decide. */

import { type SQL, sql } from 'drizzle-orm'
import type { Executor } from '../../client'
import { cases } from '../../schema/cases'
import { deciderRows } from '../people/deciders'
import { isOpenApproval, isOpenedToSupervisors } from './open-approvals'

export interface StrandedApproval {
  caseId: string
  version: number
}

export interface SupervisedApproval {
  caseId: string
  title: string
  number: string
  group: string
}

/** The groups of open approvals, each by one step along an index: there are few groups and many approvals. */
const askedGroups: SQL = sql`
  (select ${cases.groupId} as id from ${cases} where ${isOpenApproval} and ${cases.groupId} is not null
    order by ${cases.groupId} limit 1)
  union all
  select (select ${cases.groupId} from ${cases} where ${isOpenApproval} and ${cases.groupId} > asked.id
    order by ${cases.groupId} limit 1)
  from asked where asked.id is not null`

/** Groups with fewer than two deciders: `only_id` is the one, if any. */
const scarceGroups: SQL = sql`
  asked (id) as (${askedGroups}),
  scarce as (
    select asked.id, count(decider.user_id) as deciders, min(decider.user_id) as only_id
    from asked left join (${deciderRows}) as decider on decider.group_id = asked.id
    where asked.id is not null
    group by asked.id having count(decider.user_id) < 2
  )`

const isStranded = sql`(scarce.deciders = 0 or ${cases.submitter} ->> 'id' = scarce.only_id)`

/**
 * At most `limit` open approvals whose group has nobody who may decide them, besides those that supervisors may decide:
 * all of a group without deciders, and of one with a single decider those that this person asked for. The snapshot is
 * read last: it is large.
 * @param after the id of a case; those after it are found
 */
export const selectStrandedApprovals = async (
  db: Executor,
  limit: number,
  after: string,
): Promise<StrandedApproval[]> => {
  const { rows } = await db.execute<{ case_id: string; version: number }>(sql`
    with recursive ${scarceGroups}
    select ${cases.caseId}, ${cases.version}
    from scarce join ${cases} on ${cases.groupId} = scarce.id
    where ${isOpenApproval} and ${cases.caseId} > ${after}
      and case when ${isStranded} then not ${isOpenedToSupervisors} else false end
    order by ${cases.caseId} limit ${limit}`)
  return rows.map(({ case_id: caseId, version }) => ({ caseId, version }))
}

/** Open approvals that only supervisors may decide, the oldest first. */
export const selectSupervisedApprovals = async (
  db: Executor,
  limit: number,
): Promise<SupervisedApproval[]> => {
  const { rows } = await db.execute<SupervisedApproval & Record<string, unknown>>(sql`
    with recursive ${scarceGroups}
    select ${cases.caseId} as "caseId", ${cases.title} as title, ${cases.number} as number, ${cases.groupId} as "group"
    from scarce join ${cases} on ${cases.groupId} = scarce.id
    where ${isOpenApproval} and ${isOpenedToSupervisors} and ${isStranded}
    order by ${cases.createdAt} limit ${limit}`)
  return rows
}
