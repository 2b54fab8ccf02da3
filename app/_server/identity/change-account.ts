/** How administrators change accounts: one at a time, and never so that nobody is left who could. */

import type { Transaction } from '@/db/client'
import {
  countOtherAdmins,
  isActiveAdmin,
  type LockedAccount,
  lockAccount,
  lockAccounts,
} from '@/db/queries/account-locks'
import { Refusal } from '@/temporal/contract/errors'
import { type Context, demandPerson } from '../http/context'
import { peopleOf } from './known-people'

interface Options {
  /** The change would take an administrator's rights, so that another one must be left. */
  isLosingAdmin: (target: LockedAccount) => boolean
  /** Whether one may do this to oneself. */
  maybeOwn?: boolean
}

/**
 * Runs `change` on an account in a transaction in which nobody else changes roles or bans, and forgets what was known
 * of it. The caller is looked up again inside: who was demoted a moment ago changes nothing any more.
 * @throws Refusal FORBIDDEN, NOT_FOUND, OWN_ACCOUNT, LAST_ADMIN
 */
export const changeAccount = async <T>(
  ctx: Context,
  userId: string,
  { isLosingAdmin, maybeOwn = false }: Options,
  change: (tx: Transaction, target: LockedAccount) => Promise<T>,
): Promise<T> => {
  const actor = demandPerson(ctx, 'user.manage')
  const result = await ctx.runtime.db.transaction(async (tx) => {
    await lockAccounts(tx)
    if (!(await isActiveAdmin(tx, actor.id))) throw new Refusal('FORBIDDEN')
    const target = await lockAccount(tx, userId)
    if (!target) throw new Refusal('NOT_FOUND')
    if (!maybeOwn && target.id === actor.id) throw new Refusal('OWN_ACCOUNT')
    const isLosing = target.role === 'admin' && isLosingAdmin(target)
    if (isLosing && (await countOtherAdmins(tx, target.id)) === 0) throw new Refusal('LAST_ADMIN')
    return change(tx, target)
  })
  peopleOf(ctx.runtime).forget(userId)
  return result
}
