import type { Transaction } from '@/db/client'
import {
  countOtherAdmins,
  isActiveAdmin,
  type LockedAccount,
  lockAccount,
  lockAccounts,
} from '@/db/queries/people/account-locks'
import { AppError } from '@/temporal/contract/errors'
import { type Context, requireUserSession } from '../auth/context'
import { getActorCache } from '../auth/load-actor'

interface ChangeOptions {
  /** The change takes an administrator's rights away: another active administrator must remain. */
  isLosingAdmin?: boolean
  /** The caller may change their own account. */
  mayBeOwn?: boolean
}

/**
 * Runs `change` on an account in a transaction that excludes other changes of roles and bans, then drops the account
 * from the actor cache. The caller's role is read again inside, because the cached one may be out of date.
 * @throws AppError FORBIDDEN, NOT_FOUND, OWN_ACCOUNT, LAST_ADMIN
 */
export const changeAccount = async <T>(
  ctx: Context,
  userId: string,
  { isLosingAdmin = false, mayBeOwn = false }: ChangeOptions,
  change: (tx: Transaction, target: LockedAccount) => Promise<T>,
): Promise<T> => {
  const actor = requireUserSession(ctx, 'user.manage')
  const result = await ctx.runtime.db.transaction(async (tx) => {
    await lockAccounts(tx)
    if (!(await isActiveAdmin(tx, actor.id))) throw new AppError('FORBIDDEN')
    const target = await lockAccount(tx, userId)
    if (!target) throw new AppError('NOT_FOUND')
    if (!mayBeOwn && target.id === actor.id) throw new AppError('OWN_ACCOUNT')
    const isLosing = isLosingAdmin && target.role === 'admin'
    if (isLosing && (await countOtherAdmins(tx, target.id)) === 0) throw new AppError('LAST_ADMIN')
    return change(tx, target)
  })
  getActorCache(ctx.runtime).invalidate(userId)
  return result
}
