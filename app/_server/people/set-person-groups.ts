import type { z } from 'zod'
import { replaceGroupMemberships, selectGroupIds } from '@/db/queries/people/groups'
import type { SetGroups } from '@/temporal/contract/schemas/people-request'
import type { Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { changeAccount } from './change-account'
import { checkGroups } from './check-groups'

/**
 * Makes an account a member of exactly these groups. Administrators may change their own groups too.
 * @throws AppError NOT_FOUND, or VALIDATION_FAILED for an unknown group or an account that is not staff
 */
export const setPersonGroups: Verb<z.output<typeof SetGroups>, { userId: string }> = (
  ctx,
  { userId, groups },
) =>
  changeAccount(ctx, userId, { mayBeOwn: true }, async (tx, target) => {
    await checkGroups(tx, target.role, groups)
    const before = await selectGroupIds(tx, userId)
    const after = [...groups].sort()
    if (before.join() === after.join()) return { userId }
    await replaceGroupMemberships(tx, userId, after)
    await recordAudit(ctx, tx, 'user.groups', `user:${userId}`, { from: before, to: after })
    return { userId }
  })
