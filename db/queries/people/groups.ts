/** Accounts, groups and sessions as verbs and the sign-in ask for them. */

import { and, asc, desc, eq, gt, ilike, inArray, ne, or, sql } from 'drizzle-orm'
import type { Role } from '../../../temporal/contract/people/people'
import type { Database, Executor } from '../../client'
import { groupMembers, groups, session, user } from '../../schema/auth'
import { containsPattern } from '../contains-pattern'
import { isNotBanned } from './is-banned'

/** A person of the staff as menus show them. */
export interface StaffMember {
  id: string
  name: string
  role: Role
  groups: string[]
}

/** A candidate group with its members. */
export interface GroupWithMembers {
  id: string
  name: string
  members: { id: string; name: string; role: Role }[]
}

/** One place where an account is signed in. The id is no credential. */
export interface SessionRow {
  id: string
  createdAt: Date
  updatedAt: Date
  userAgent: string | null
  ipAddress: string | null
  token: string
}

/** Ids of the groups of an account. */
export const selectGroupIds = async (db: Executor, userId: string): Promise<string[]> => {
  const rows = await db
    .select({ id: groupMembers.groupId })
    .from(groupMembers)
    .where(eq(groupMembers.userId, userId))
    .orderBy(asc(groupMembers.groupId))
  return rows.map(({ id }) => id)
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

/** All groups with their members, both by name. */
export const selectGroups = async (db: Database): Promise<GroupWithMembers[]> => {
  const rows = await db
    .select({
      id: groups.id,
      name: groups.name,
      member: { id: user.id, name: user.name, role: user.role },
    })
    .from(groups)
    .leftJoin(groupMembers, eq(groupMembers.groupId, groups.id))
    .leftJoin(user, eq(user.id, groupMembers.userId))
    .orderBy(asc(groups.name), asc(groups.id), asc(user.name), asc(user.id))
  const byId = new Map<string, GroupWithMembers>()
  for (const { id, name, member } of rows) {
    const group = byId.get(id) ?? { id, name, members: [] }
    if (member) group.members.push(member)
    byId.set(id, group)
  }
  return [...byId.values()]
}

/** @returns false when the id is taken */
export const insertGroup = async (db: Executor, group: { id: string; name: string }): Promise<boolean> => {
  const rows = await db.insert(groups).values(group).onConflictDoNothing().returning({ id: groups.id })
  return rows.length > 0
}

/** @returns the group's earlier name, or null when there is no such group */
export const updateGroupName = async (db: Executor, id: string, name: string): Promise<string | null> => {
  const [before] = await db.select({ name: groups.name }).from(groups).where(eq(groups.id, id)).for('update')
  if (!before) return null
  await db.update(groups).set({ name }).where(eq(groups.id, id))
  return before.name
}

/** Deletes a group and its memberships. @returns its name and the ids of its members, or null when there is none */
export const deleteGroupWithMembers = async (
  db: Executor,
  id: string,
): Promise<{ name: string; members: string[] } | null> => {
  const members = await db
    .select({ id: groupMembers.userId })
    .from(groupMembers)
    .where(eq(groupMembers.groupId, id))
  const [row] = await db.delete(groups).where(eq(groups.id, id)).returning({ name: groups.name })
  return row ? { name: row.name, members: members.map((member) => member.id) } : null
}

/** True when there is a group of this id. */
export const groupExists = async (db: Executor, id: string): Promise<boolean> => {
  const rows = await db.select({ id: groups.id }).from(groups).where(eq(groups.id, id))
  return rows.length > 0
}

/** @returns false when they were a member already */
export const insertGroupMember = async (db: Executor, groupId: string, userId: string): Promise<boolean> => {
  const rows = await db
    .insert(groupMembers)
    .values({ groupId, userId })
    .onConflictDoNothing()
    .returning({ id: groupMembers.userId })
  return rows.length > 0
}

/** @returns false when they were no member */
export const deleteGroupMember = async (db: Executor, groupId: string, userId: string): Promise<boolean> => {
  const rows = await db
    .delete(groupMembers)
    .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.userId, userId)))
    .returning({ id: groupMembers.userId })
  return rows.length > 0
}

/** Where an account is signed in right now, newest first. */
export const selectSessions = (db: Database, userId: string): Promise<SessionRow[]> =>
  db
    .select({
      id: session.id,
      createdAt: session.createdAt,
      updatedAt: session.updatedAt,
      userAgent: session.userAgent,
      ipAddress: session.ipAddress,
      token: session.token,
    })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, new Date())))
    .orderBy(desc(session.updatedAt))

/** Ends one session of an account. @returns false when the account has no such session */
export const deleteSession = async (db: Executor, userId: string, sessionId: string): Promise<boolean> => {
  const rows = await db
    .delete(session)
    .where(and(eq(session.id, sessionId), eq(session.userId, userId)))
    .returning({ id: session.id })
  return rows.length > 0
}

/** Ends every session of an account but the one of `keepToken`; null keeps none. @returns how many */
export const deleteSessions = async (
  db: Executor,
  userId: string,
  keepToken: string | null,
): Promise<number> => {
  const rows = await db
    .delete(session)
    .where(and(eq(session.userId, userId), keepToken === null ? undefined : ne(session.token, keepToken)))
    .returning({ id: session.id })
  return rows.length
}
