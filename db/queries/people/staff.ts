/** Members of the staff, to assign, to add to a group or to mention. */

import { and, asc, eq, ilike, inArray, or, sql } from 'drizzle-orm'
import type { Role } from '../../../temporal/contract/auth/actor'
import type { Colleague } from '../../../temporal/contract/people/people'
import type { Database, Executor } from '../../client'
import { groupMembers, user } from '../../schema/auth'
import { containsPattern } from '../contains-pattern'
import { selectGroupIds } from './groups'
import { isNotBanned } from './is-banned'

/** A person of the staff as menus show them. */
export interface StaffMember {
  id: string
  name: string
  role: Role
  groups: string[]
}

/** Staff whose name or e-mail contains `q`, banned ones left out, by name. */
export const selectAssignableStaff = async (
  db: Database,
  find: { q?: string; group?: string; roles: readonly Role[]; limit: number },
): Promise<StaffMember[]> => {
  const pattern = find.q ? containsPattern(find.q) : null
  const rows = await db
    .select({
      id: user.id,
      name: user.name,
      role: user.role,
      groups: sql<
        string[]
      >`coalesce(array_agg(${groupMembers.groupId} order by ${groupMembers.groupId}) filter (where ${groupMembers.groupId} is not null), '{}')`,
    })
    .from(user)
    .leftJoin(groupMembers, eq(groupMembers.userId, user.id))
    .where(
      and(
        inArray(user.role, [...find.roles]),
        isNotBanned,
        pattern ? or(ilike(user.name, pattern), ilike(user.email, pattern)) : undefined,
      ),
    )
    .groupBy(user.id)
    .having(find.group ? sql`bool_or(${groupMembers.groupId} = ${find.group})` : undefined)
    .orderBy(asc(user.name), asc(user.id))
    .limit(find.limit)
  return rows
}

/** A person by id, with groups; null for an unknown, banned or non-staff account. */
export const selectStaffMember = async (
  db: Executor,
  userId: string,
  roles: readonly Role[],
): Promise<StaffMember | null> => {
  const [row] = await db
    .select({ id: user.id, name: user.name, role: user.role })
    .from(user)
    .where(and(eq(user.id, userId), inArray(user.role, [...roles]), isNotBanned))
  return row ? { ...row, groups: await selectGroupIds(db, row.id) } : null
}

/** Everybody with one of `roles` who is not banned, by name; at most `limit`. */
export const selectColleagues = (db: Database, roles: readonly Role[], limit: number): Promise<Colleague[]> =>
  db
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      groups: sql<
        string[]
      >`array(select ${groupMembers.groupId} from ${groupMembers} where ${groupMembers.userId} = "user"."id" order by 1)`,
    })
    .from(user)
    .where(and(inArray(user.role, [...roles]), isNotBanned))
    .orderBy(asc(user.name), asc(user.id))
    .limit(limit)
