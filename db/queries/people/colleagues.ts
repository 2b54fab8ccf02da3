/** The whole staff, for a memory of it. */

import { and, asc, inArray, sql } from 'drizzle-orm'
import type { Colleague, Role } from '../../../temporal/contract/people/people'
import type { Database } from '../../client'
import { groupMembers, user } from '../../schema/auth'
import { isNotBanned } from './is-banned'

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
