/** Who belongs to a candidate group. A change shows in this process at once, in others within 30 seconds. */

import type { z } from 'zod'
import { lockAccounts } from '@/db/queries/people/account-locks'
import {
  deleteGroupMember,
  groupExists,
  insertGroupMember,
  selectStaffMember,
} from '@/db/queries/people/groups'
import { AppError } from '@/temporal/contract/errors'
import { STAFF_ROLES } from '@/temporal/contract/people/people'
import type { GroupMember } from '@/temporal/contract/schemas/people'
import { type Context, requirePermission } from '../auth/context'
import { getActorCache } from '../auth/load-actor'
import { recordAudit } from '../auth/record-audit'

type Input = z.output<typeof GroupMember>

/**
 * Adds a member of the staff to a group; adding them again changes nothing.
 * @throws AppError NOT_FOUND for an unknown group, or an account that is no staff
 */
export const addGroupMember = async (ctx: Context, { groupId, userId }: Input): Promise<Input> => {
  requirePermission(ctx, 'group.manage')
  await ctx.runtime.db.transaction(async (tx) => {
    await lockAccounts(tx)
    const person = await selectStaffMember(tx, userId, STAFF_ROLES)
    if (!person || !(await groupExists(tx, groupId))) throw new AppError('NOT_FOUND')
    if (await insertGroupMember(tx, groupId, userId)) {
      await recordAudit(ctx, tx, 'group.member.add', `group:${groupId} user:${userId}`)
    }
  })
  getActorCache(ctx.runtime).invalidate(userId)
  return { groupId, userId }
}

/**
 * Takes somebody out of a group.
 * @throws AppError NOT_FOUND when they are not in it
 */
export const removeGroupMember = async (ctx: Context, { groupId, userId }: Input): Promise<Input> => {
  requirePermission(ctx, 'group.manage')
  await ctx.runtime.db.transaction(async (tx) => {
    if (!(await deleteGroupMember(tx, groupId, userId))) throw new AppError('NOT_FOUND')
    await recordAudit(ctx, tx, 'group.member.remove', `group:${groupId} user:${userId}`)
  })
  getActorCache(ctx.runtime).invalidate(userId)
  return { groupId, userId }
}
