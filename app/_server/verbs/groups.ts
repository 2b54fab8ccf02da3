/** Candidate groups: who may decide an approval. */

import type { z } from 'zod'
import { countOpenByGroup, countOpenInGroup } from '@/db/queries/group-cases'
import {
  deleteGroup as deleteRow,
  type GroupWithMembers,
  insertGroup,
  renameGroup as renameRow,
  listGroups as rowsOf,
} from '@/db/queries/people'
import { Refusal } from '@/temporal/contract/errors'
import type { CreateGroup, GroupOnly, RenameGroup } from '@/temporal/contract/schemas/people'
import { type Context, demand } from '../http/context'
import { invalid } from '../http/problem'
import { audit } from '../identity/audit'
import { peopleOf } from '../identity/known-people'

const MAX_ID_LENGTH = 40

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_ID_LENGTH)

/** True for a group that the settings ask: of orders that need an approval, or when a deadline passes. */
const isAskedByDefault = ({ runtime }: Context, groupId: string): boolean => {
  const { group, onDeadline } = runtime.env.approval
  return groupId === group || (onDeadline.action === 'escalate' && groupId === onDeadline.group)
}

/** What stands between a group and its deletion. */
export interface GroupLoad {
  /** Open cases that are asked of it. */
  openCases: number
  isAskedByDefault: boolean
}

/** What waits for a group, to be asked of each. */
export const groupLoads = async (ctx: Context): Promise<(groupId: string) => GroupLoad> => {
  demand(ctx, 'group.read')
  const open = await countOpenByGroup(ctx.runtime.db)
  return (id) => ({ openCases: open.get(id) ?? 0, isAskedByDefault: isAskedByDefault(ctx, id) })
}

/** All groups with their members, by name. */
export const listGroups = async (ctx: Context): Promise<{ items: GroupWithMembers[] }> => {
  demand(ctx, 'group.read')
  return { items: await rowsOf(ctx.runtime.db) }
}

/**
 * Makes an empty group.
 * @throws Refusal VALIDATION_FAILED when the id is taken or cannot be made from the name
 */
export const createGroup = async (
  ctx: Context,
  input: z.output<typeof CreateGroup>,
): Promise<{ id: string; name: string }> => {
  demand(ctx, 'group.manage')
  const group = { id: input.id ?? slugOf(input.name), name: input.name }
  if (group.id === '') throw invalid([{ path: 'name', message: 'Use at least one letter or digit' }])
  await ctx.runtime.db.transaction(async (tx) => {
    if (!(await insertGroup(tx, group))) {
      throw invalid([{ path: input.id ? 'id' : 'name', message: 'There is a group of this name already' }])
    }
    await audit(ctx, tx, 'group.create', `group:${group.id}`, { name: group.name })
  })
  return group
}

/**
 * Changes a group's name; its id stays, since settings and cases hold it.
 * @throws Refusal NOT_FOUND
 */
export const renameGroup = async (
  ctx: Context,
  { groupId, name }: z.output<typeof RenameGroup>,
): Promise<{ id: string; name: string }> => {
  demand(ctx, 'group.manage')
  await ctx.runtime.db.transaction(async (tx) => {
    const before = await renameRow(tx, groupId, name)
    if (before === null) throw new Refusal('NOT_FOUND')
    await audit(ctx, tx, 'group.rename', `group:${groupId}`, { from: before, to: name })
  })
  return { id: groupId, name }
}

/**
 * Deletes a group that nothing waits for.
 * @throws Refusal NOT_FOUND, or VALIDATION_FAILED while new or open approvals are asked of it
 */
export const deleteGroup = async (
  ctx: Context,
  { groupId }: z.output<typeof GroupOnly>,
): Promise<{ id: string }> => {
  demand(ctx, 'group.manage')
  if (isAskedByDefault(ctx, groupId)) {
    throw invalid([{ path: 'groupId', message: 'Orders that need an approval are asked of this group' }])
  }
  const members = await ctx.runtime.db.transaction(async (tx) => {
    const open = await countOpenInGroup(tx, groupId)
    if (open > 0)
      throw invalid([{ path: 'groupId', message: `${open} open approvals are asked of this group` }])
    const deleted = await deleteRow(tx, groupId)
    if (deleted === null) throw new Refusal('NOT_FOUND')
    const { name, members } = deleted
    await audit(ctx, tx, 'group.delete', `group:${groupId}`, { name, members: members.length })
    return members
  })
  for (const userId of members) peopleOf(ctx.runtime).forget(userId)
  return { id: groupId }
}
