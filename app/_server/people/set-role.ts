import type { z } from 'zod'
import { updateRole } from '@/db/queries/people/accounts'
import { replaceGroupMemberships, selectGroupIds } from '@/db/queries/people/groups'
import { isStaffRole } from '@/temporal/contract/auth/actor'
import type { SetRole } from '@/temporal/contract/schemas/people-request'
import type { Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { validationError } from '../platform/http/problem'
import { changeAccount } from './change-account'

/**
 * Gives an account another role. Customers belong to no group, so the role `customer` ends every membership.
 * @throws AppError OWN_ACCOUNT, LAST_ADMIN, NOT_FOUND, or VALIDATION_FAILED for a machine's account
 */
export const setRole: Verb<z.output<typeof SetRole>, { userId: string }> = (ctx, { userId, role }) =>
  changeAccount(ctx, userId, { isLosingAdmin: role !== 'admin' }, async (tx, target) => {
    if (target.role === 'import')
      throw validationError([{ path: 'role', message: 'A machine keeps its role' }])
    if (target.role === role) return { userId }
    await updateRole(tx, userId, role)
    const leftGroups = isStaffRole(role) ? [] : await selectGroupIds(tx, userId)
    if (leftGroups.length > 0) await replaceGroupMemberships(tx, userId, [])
    const details = { from: target.role, to: role, ...(leftGroups.length > 0 && { leftGroups }) }
    await recordAudit(ctx, tx, 'user.role', `user:${userId}`, details)
    return { userId }
  })
