import type { z } from 'zod'
import { lockAccounts } from '@/db/queries/people/account-locks'
import { groupExists, insertGroupMember } from '@/db/queries/people/groups'
import { selectStaffMember } from '@/db/queries/people/staff'
import { STAFF_ROLES } from '@/temporal/contract/auth/actor'
import { AppError } from '@/temporal/contract/errors'
import type { GroupMember } from '@/temporal/contract/schemas/people-request'
import { requirePermission, type Verb } from '../auth/context'
import { getActorCache } from '../auth/load-actor'
import { recordAudit } from '../auth/record-audit'

type Input = z.output<typeof GroupMember>

/**
 * Adds a member of staff to a group; adding them again changes nothing. Other processes see it within 30 s.
 * @throws AppError NOT_FOUND for an unknown group, or an account that is not staff
 */
export const addGroupMember: Verb<Input, Input> = async (ctx, { groupId, userId }) => {
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
