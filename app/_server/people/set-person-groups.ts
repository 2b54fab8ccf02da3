import type { z } from 'zod'
import { replaceGroupMemberships, selectGroupIds, selectUnknownGroups } from '@/db/queries/people/groups'
import { isStaffRole } from '@/temporal/contract/auth/actor'
import type { SetGroups } from '@/temporal/contract/schemas/people'
import type { Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { validationError } from '../platform/http/problem'
import { changeAccount } from './change-account'

/**
 * Makes an account a member of exactly these groups; an administrator may do this to themselves.
 * @throws AppError NOT_FOUND, or VALIDATION_FAILED for an unknown group or an account that is no staff
 */
export const setPersonGroups: Verb<z.output<typeof SetGroups>, { userId: string }> = (
  ctx,
  { userId, groups },
) =>
  changeAccount(ctx, userId, { maybeOwn: true }, async (tx, target) => {
    if (groups.length > 0 && !isStaffRole(target.role)) {
      throw validationError([{ path: 'groups', message: 'Only staff can be in a group' }])
    }
    if ((await selectUnknownGroups(tx, groups)).length > 0) {
      throw validationError([
        { path: 'groups', message: 'One of these groups was deleted; look at the list again' },
      ])
    }
    const before = await selectGroupIds(tx, userId)
    const after = [...groups].sort()
    if (before.join() === after.join()) return { userId }
    await replaceGroupMemberships(tx, userId, after)
    await recordAudit(ctx, tx, 'user.groups', `user:${userId}`, { from: before, to: after })
    return { userId }
  })
