/** Accounts for the list and the account page of administrators. */

import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Role } from '../../../temporal/contract/auth/actor'
import type { AccountStatus, PeopleSort } from '../../../temporal/contract/people/people'
import type { Database } from '../../client'
import { groupMembers, groups, invitations, user } from '../../schema/auth'
import { accountMatches } from './account-search'
import { isBanned } from './is-banned'

export interface AccountListRow {
  id: string
  name: string
  email: string
  role: Role
  status: AccountStatus
  banReason: string | null
  banExpires: Date | null
  lastSeenAt: Date | null
  createdAt: Date
  /** Expiry of the invitation link; null without an open invitation. */
  invitedUntil: Date | null
  groups: { id: string; name: string }[]
}

const isInvited = sql`(${invitations.userId} is not null and ${invitations.acceptedAt} is null)`
const accountStatus = sql<AccountStatus>`case when ${isBanned} then 'banned' when ${isInvited} then 'invited' else 'active' end`

const groupsJson = sql<{ id: string; name: string }[]>`coalesce((
  select json_agg(json_build_object('id', ${groups.id}, 'name', ${groups.name}) order by ${groups.name})
  from ${groupMembers} join ${groups} on ${groups.id} = ${groupMembers.groupId}
  where ${groupMembers.userId} = ${user.id}), '[]')`

const LIST_COLUMNS = {
  id: user.id,
  name: user.name,
  email: user.email,
  role: user.role,
  status: accountStatus,
  banReason: user.banReason,
  banExpires: user.banExpires,
  lastSeenAt: user.lastSeenAt,
  createdAt: user.createdAt,
  invitedUntil: sql<Date | null>`case when ${isInvited} then ${invitations.expiresAt} end`.mapWith(
    invitations.expiresAt,
  ),
  groups: groupsJson,
}

const SORT_ORDERS: Record<PeopleSort, SQL[]> = {
  name: [asc(sql`lower(${user.name})`)],
  '-name': [desc(sql`lower(${user.name})`)],
  role: [desc(user.role), asc(sql`lower(${user.name})`)],
  '-role': [asc(user.role), asc(sql`lower(${user.name})`)],
  seen: [sql`${user.lastSeenAt} asc nulls first`],
  '-seen': [sql`${user.lastSeenAt} desc nulls last`],
}

interface AccountPageRequest {
  q?: string | undefined
  roles: readonly Role[]
  status?: AccountStatus | undefined
  sort: PeopleSort
  offset: number
  limit: number
}

/** One page of accounts, and the number of accounts that match. */
export const selectAccountPage = async (
  db: Database,
  { q, roles, status, sort, offset, limit }: AccountPageRequest,
): Promise<{ items: AccountListRow[]; total: number }> => {
  const where = and(
    inArray(user.role, [...roles]),
    accountMatches(q),
    status ? eq(accountStatus, status) : undefined,
  )
  const [items, [totals]] = await Promise.all([
    db
      .select(LIST_COLUMNS)
      .from(user)
      .leftJoin(invitations, eq(invitations.userId, user.id))
      .where(where)
      .orderBy(...SORT_ORDERS[sort], asc(user.id))
      .offset(offset)
      .limit(limit),
    db
      .select({ total: count() })
      .from(user)
      .leftJoin(invitations, eq(invitations.userId, user.id))
      .where(where),
  ])
  return { items, total: totals?.total ?? 0 }
}

/** One account, or null. */
export const selectAccount = async (db: Database, userId: string): Promise<AccountListRow | null> => {
  const [row] = await db
    .select(LIST_COLUMNS)
    .from(user)
    .leftJoin(invitations, eq(invitations.userId, user.id))
    .where(eq(user.id, userId))
  return row ?? null
}
