/** How administrators change accounts: one at a time, and never so that nobody is left who could. */

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
  /** The change would take an administrator's rights, so that another one must be left. */
  isLosingAdmin?: boolean
  /** Whether one may do this to oneself. */
  maybeOwn?: boolean
}

/**
 * Runs `change` on an account in a transaction in which nobody else changes roles or bans, and forgets what was known
 * of it. The caller is looked up again inside: who was demoted a moment ago changes nothing any more.
 * @throws AppError FORBIDDEN, NOT_FOUND, OWN_ACCOUNT, LAST_ADMIN
 */
export const changeAccount = async <T>(
  ctx: Context,
  userId: string,
  { isLosingAdmin = false, maybeOwn = false }: ChangeOptions,
  change: (tx: Transaction, target: LockedAccount) => Promise<T>,
): Promise<T> => {
  const actor = requireUserSession(ctx, 'user.manage')
  const result = await ctx.runtime.db.transaction(async (tx) => {
    await lockAccounts(tx)
    if (!(await isActiveAdmin(tx, actor.id))) throw new AppError('FORBIDDEN')
    const target = await lockAccount(tx, userId)
    if (!target) throw new AppError('NOT_FOUND')
    if (!maybeOwn && target.id === actor.id) throw new AppError('OWN_ACCOUNT')
    const isLosing = isLosingAdmin && target.role === 'admin'
    if (isLosing && (await countOtherAdmins(tx, target.id)) === 0) throw new AppError('LAST_ADMIN')
    return change(tx, target)
  })
  getActorCache(ctx.runtime).invalidate(userId)
  return result
}
