/** Candidate groups and their members. */

import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Role } from '../../../temporal/contract/auth/actor'
import type { Database, Executor } from '../../client'
import { groupMembers, groups, user } from '../../schema/auth'

/** A candidate group with its members. */
export interface GroupWithMembers {
  id: string
  name: string
  members: { id: string; name: string; role: Role }[]
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

/** @returns false if the id is taken */
export const insertGroup = async (db: Executor, group: { id: string; name: string }): Promise<boolean> => {
  const rows = await db.insert(groups).values(group).onConflictDoNothing().returning({ id: groups.id })
  return rows.length > 0
}

/** @returns the former name, or null if there is no such group */
export const updateGroupName = async (db: Executor, id: string, name: string): Promise<string | null> => {
  const [before] = await db.select({ name: groups.name }).from(groups).where(eq(groups.id, id)).for('update')
  if (!before) return null
  await db.update(groups).set({ name }).where(eq(groups.id, id))
  return before.name
}

/** Deletes a group and its memberships. @returns its name and the ids of its members, or null if there is none */
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

export const groupExists = async (db: Executor, id: string): Promise<boolean> => {
  const rows = await db.select({ id: groups.id }).from(groups).where(eq(groups.id, id))
  return rows.length > 0
}

/** @returns false if they already were a member */
export const insertGroupMember = async (db: Executor, groupId: string, userId: string): Promise<boolean> => {
  const rows = await db
    .insert(groupMembers)
    .values({ groupId, userId })
    .onConflictDoNothing()
    .returning({ id: groupMembers.userId })
  return rows.length > 0
}

/** @returns false if they were not a member */
export const deleteGroupMember = async (db: Executor, groupId: string, userId: string): Promise<boolean> => {
  const rows = await db
    .delete(groupMembers)
    .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.userId, userId)))
    .returning({ id: groupMembers.userId })
  return rows.length > 0
}

/** Those of `ids` that have no group. */
export const selectUnknownGroups = async (db: Executor, ids: readonly string[]): Promise<string[]> => {
  const names = await selectGroupNames(db, ids)
  return ids.filter((id) => !names.has(id))
}

/** Makes an account a member of exactly these groups. */
export const replaceGroupMemberships = async (
  db: Executor,
  userId: string,
  ids: readonly string[],
): Promise<void> => {
  await db.delete(groupMembers).where(eq(groupMembers.userId, userId))
  if (ids.length > 0) await db.insert(groupMembers).values(ids.map((groupId) => ({ groupId, userId })))
}

/** Names by id, without ids that have no group. */
export const selectGroupNames = async (
  db: Executor,
  ids: readonly string[],
): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(inArray(groups.id, [...ids]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
