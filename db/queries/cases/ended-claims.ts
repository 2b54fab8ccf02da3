/** Claims of people who may no longer hold them. */

import { type SQL, sql } from 'drizzle-orm'
import type { Role } from '../../../temporal/contract/auth/actor'
import { STAFF_ROLES, SUPERVISOR_ROLES } from '../../../temporal/contract/auth/actor'
import type { ReleaseReason } from '../../../temporal/contract/cases/approval'
import type { Executor } from '../../client'
import { auditLog, groupMembers, user } from '../../schema/auth'
import { cases } from '../../schema/cases'
import { isBanned } from '../people/is-banned'
import { isOpenApproval, isOpenedToSupervisors } from './open-approvals'

/** A claim that its holder may no longer have, and who caused that where the audit tells. */
export interface EndedClaim {
  caseId: string
  version: number
  holderId: string
  reason: ReleaseReason
  by: { id: string; name: string } | null
}

const hasRole = (roles: readonly Role[]): SQL => sql`${user.role} in ${[...roles]}`

const isMember = sql`exists (select 1 from ${groupMembers}
  where ${groupMembers.userId} = ${user.id} and ${groupMembers.groupId} = ${cases.groupId})`

const holdsAsSupervisor = sql`(${isOpenedToSupervisors} and ${hasRole(SUPERVISOR_ROLES)})`

/** Audited changes of accounts and groups that can end a claim. */
const CAUSES: readonly string[] = [
  'user.ban',
  'user.role',
  'user.groups',
  'user.update',
  'group.member.remove',
  'group.delete',
]

/** The newest change of the holder's account, or of the group. */
const cause = sql`
  select ${auditLog.actorId} as id, ${auditLog.actorName} as name from ${auditLog}
  where ${auditLog.action} in ${[...CAUSES]}
    and (${auditLog.userId} = ended.holder_id or ${auditLog.subject} = 'group:' || ended.group_id)
  order by ${auditLog.at} desc limit 1`

interface ClaimRow {
  case_id: string
  version: number
  holder_id: string
  reason: ReleaseReason
  by_id: string | null
  by_name: string | null
}

/**
 * At most `limit` claims that ended, by case id. Holders without an account are left alone: they come from outside, and
 * colleagues may take their cases over.
 */
export const selectEndedClaims = async (
  db: Executor,
  limit: number,
  after: string,
): Promise<EndedClaim[]> => {
  const { rows } = await db.execute<ClaimRow & Record<string, unknown>>(sql`
    select ended.*, cause.id as by_id, cause.name as by_name
    from (
      select ${cases.caseId} as case_id, ${cases.version} as version, ${cases.groupId} as group_id,
        ${user.id} as holder_id,
        case when ${isBanned} then 'banned' when not ${hasRole(STAFF_ROLES)} then 'role' else 'group' end as reason
      from ${cases} join ${user} on ${user.id} = ${cases.assigneeId}
      where ${isOpenApproval} and ${cases.caseId} > ${after}
        and (${isBanned} or not ${hasRole(STAFF_ROLES)} or not (${isMember} or ${holdsAsSupervisor}))
      order by ${cases.caseId} limit ${limit}
    ) as ended
    left join lateral (${cause}) as cause on true`)
  return rows.map(({ case_id: caseId, version, holder_id: holderId, reason, by_id: id, by_name: name }) => ({
    caseId,
    version,
    holderId,
    reason,
    by: id === null || name === null ? null : { id, name },
  }))
}
