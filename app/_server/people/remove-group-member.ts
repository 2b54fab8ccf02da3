import type { z } from 'zod'
import { deleteGroupMember } from '@/db/queries/people/groups'
import { AppError } from '@/temporal/contract/errors'
import type { GroupMember } from '@/temporal/contract/schemas/people-request'
import { requirePermission, type Verb } from '../auth/context'
import { getActorCache } from '../auth/load-actor'
import { recordAudit } from '../auth/record-audit'

type Input = z.output<typeof GroupMember>

/**
 * Removes a person from a group. Other processes see it within 30 s.
 * @throws AppError NOT_FOUND when they are not a member
 */
export const removeGroupMember: Verb<Input, Input> = async (ctx, { groupId, userId }) => {
  requirePermission(ctx, 'group.manage')
  await ctx.runtime.db.transaction(async (tx) => {
    if (!(await deleteGroupMember(tx, groupId, userId))) throw new AppError('NOT_FOUND')
    await recordAudit(ctx, tx, 'group.member.remove', `group:${groupId} user:${userId}`)
  })
  getActorCache(ctx.runtime).invalidate(userId)
  return { groupId, userId }
}
