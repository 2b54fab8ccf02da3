/** Members of staff, for assignment, groups and mentions. Banned accounts are left out. */

import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Role } from '../../../temporal/contract/auth/actor'
import type { Colleague } from '../../../temporal/contract/people/people'
import type { Database, Executor } from '../../client'
import { groupMembers, user } from '../../schema/auth'
import { accountMatches } from './account-search'
import { isNotBanned } from './is-banned'

/** A member of staff as menus show them. */
export interface StaffMember {
  id: string
  name: string
  role: Role
  groups: string[]
}

const groupIds = sql<string[]>`array(
  select ${groupMembers.groupId} from ${groupMembers} where ${groupMembers.userId} = "user"."id" order by 1)`

const STAFF_COLUMNS = { id: user.id, name: user.name, role: user.role, groups: groupIds }

const isActiveWithRole = (roles: readonly Role[]): SQL | undefined =>
  and(inArray(user.role, [...roles]), isNotBanned)

/** Staff whose name or e-mail contains `q` and who belong to `group`, where given; sorted by name. */
export const selectAssignableStaff = (
  db: Database,
  { q, group, roles, limit }: { q?: string; group?: string; roles: readonly Role[]; limit: number },
): Promise<StaffMember[]> =>
  db
    .select(STAFF_COLUMNS)
    .from(user)
    .where(
      and(isActiveWithRole(roles), accountMatches(q), group ? sql`${group} = any(${groupIds})` : undefined),
    )
    .orderBy(asc(user.name), asc(user.id))
    .limit(limit)

/** A member of staff by id; null for an unknown, banned or non-staff account. */
export const selectStaffMember = async (
  db: Executor,
  userId: string,
  roles: readonly Role[],
): Promise<StaffMember | null> => {
  const [row] = await db
    .select(STAFF_COLUMNS)
    .from(user)
    .where(and(eq(user.id, userId), isActiveWithRole(roles)))
  return row ?? null
}

/** All accounts with one of `roles`, sorted by name. */
export const selectColleagues = (db: Database, roles: readonly Role[], limit: number): Promise<Colleague[]> =>
  db
    .select({ ...STAFF_COLUMNS, email: user.email })
    .from(user)
    .where(isActiveWithRole(roles))
    .orderBy(asc(user.name), asc(user.id))
    .limit(limit)
