import type { Transaction } from '@/db/client'
import { selectUnknownGroups } from '@/db/queries/people/groups'
import { isStaffRole, type Role } from '@/temporal/contract/auth/actor'
import { validationError } from '../platform/http/problem'

/**
 * Checks that an account with this role may belong to `groups`.
 * @throws AppError VALIDATION_FAILED for an unknown group, or for any group of an account that is not staff
 */
export const checkGroups = async (tx: Transaction, role: Role, groups: readonly string[]): Promise<void> => {
  if (groups.length > 0 && !isStaffRole(role))
    throw validationError([{ path: 'groups', message: 'Only staff can be in a group' }])
  if ((await selectUnknownGroups(tx, groups)).length > 0)
    throw validationError([
      { path: 'groups', message: 'One of these groups was deleted; look at the list again' },
    ])
}
