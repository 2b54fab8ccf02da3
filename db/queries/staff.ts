/** The whole staff, for a memory of it. */

import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Colleague, Role } from '../../temporal/contract/people'
import type { Database } from '../client'
import { groupMembers, user } from '../schema/auth'

/** Everybody with one of `roles` who is not banned, by name; at most `limit`. */
export const listColleagues = (db: Database, roles: readonly Role[], limit: number): Promise<Colleague[]> =>
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
    .where(sql`${inArray(user.role, [...roles])} and ${eq(user.banned, false)}`)
    .orderBy(asc(user.name), asc(user.id))
    .limit(limit)
