/** Candidate groups: who may decide an approval. */

import type { z } from 'zod'
import { selectOpenCountOfGroup, selectOpenCountsByGroup } from '@/db/queries/cases/open-case-counts'
import {
  deleteGroupWithMembers as deleteRow,
  type GroupWithMembers,
  insertGroup,
  updateGroupName as renameRow,
  selectGroups as rowsOf,
} from '@/db/queries/people/groups'
import { AppError } from '@/temporal/contract/errors'
import type { CreateGroup, GroupRef, RenameGroup } from '@/temporal/contract/schemas/people'
import { type Context, requirePermission } from '../auth/context'
import { getActorCache } from '../auth/load-actor'
import { recordAudit } from '../auth/record-audit'
import { validationError } from '../platform/http/problem'

const MAX_ID_LENGTH = 40

const slugify = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_ID_LENGTH)

/** True for a group that the settings ask: of orders that need an approval, or when a deadline passes. */
const isDefaultGroup = ({ runtime }: Context, groupId: string): boolean => {
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
export const listGroupLoads = async (ctx: Context): Promise<(groupId: string) => GroupLoad> => {
  requirePermission(ctx, 'group.read')
  const open = await selectOpenCountsByGroup(ctx.runtime.db)
  return (id) => ({ openCases: open.get(id) ?? 0, isAskedByDefault: isDefaultGroup(ctx, id) })
}

/** All groups with their members, by name. */
export const listGroups = async (ctx: Context): Promise<{ items: GroupWithMembers[] }> => {
  requirePermission(ctx, 'group.read')
  return { items: await rowsOf(ctx.runtime.db) }
}

/**
 * Makes an empty group.
 * @throws AppError VALIDATION_FAILED when the id is taken or cannot be made from the name
 */
export const createGroup = async (
  ctx: Context,
  input: z.output<typeof CreateGroup>,
): Promise<{ id: string; name: string }> => {
  requirePermission(ctx, 'group.manage')
  const group = { id: input.id ?? slugify(input.name), name: input.name }
  if (group.id === '') throw validationError([{ path: 'name', message: 'Use at least one letter or digit' }])
  await ctx.runtime.db.transaction(async (tx) => {
    if (!(await insertGroup(tx, group))) {
      throw validationError([
        { path: input.id ? 'id' : 'name', message: 'There is a group of this name already' },
      ])
    }
    await recordAudit(ctx, tx, 'group.create', `group:${group.id}`, { name: group.name })
  })
  return group
}

/**
 * Changes a group's name; its id stays, since settings and cases hold it.
 * @throws AppError NOT_FOUND
 */
export const renameGroup = async (
  ctx: Context,
  { groupId, name }: z.output<typeof RenameGroup>,
): Promise<{ id: string; name: string }> => {
  requirePermission(ctx, 'group.manage')
  await ctx.runtime.db.transaction(async (tx) => {
    const before = await renameRow(tx, groupId, name)
    if (before === null) throw new AppError('NOT_FOUND')
    await recordAudit(ctx, tx, 'group.rename', `group:${groupId}`, { from: before, to: name })
  })
  return { id: groupId, name }
}

/**
 * Deletes a group that nothing waits for.
 * @throws AppError NOT_FOUND, or VALIDATION_FAILED while new or open approvals are asked of it
 */
export const deleteGroup = async (
  ctx: Context,
  { groupId }: z.output<typeof GroupRef>,
): Promise<{ id: string }> => {
  requirePermission(ctx, 'group.manage')
  if (isDefaultGroup(ctx, groupId)) {
    throw validationError([
      { path: 'groupId', message: 'Orders that need an approval are asked of this group' },
    ])
  }
  const members = await ctx.runtime.db.transaction(async (tx) => {
    const open = await selectOpenCountOfGroup(tx, groupId)
    if (open > 0)
      throw validationError([{ path: 'groupId', message: `${open} open approvals are asked of this group` }])
    const deleted = await deleteRow(tx, groupId)
    if (deleted === null) throw new AppError('NOT_FOUND')
    const { name, members } = deleted
    await recordAudit(ctx, tx, 'group.delete', `group:${groupId}`, { name, members: members.length })
    return members
  })
  for (const userId of members) getActorCache(ctx.runtime).invalidate(userId)
  return { id: groupId }
}
