/** Locks and checks that keep at least one administrator when several change accounts at once. */

import { and, count, eq, isNotNull, ne, sql } from 'drizzle-orm'
import type { Role } from '../../../temporal/contract/auth/actor'
import type { Transaction } from '../../client'
import { account, user } from '../../schema/auth'
import { isNotBanned } from './is-banned'

/** An account whose row is locked until the transaction ends. */
export interface LockedAccount {
  id: string
  name: string
  email: string
  role: Role
  banned: boolean
}

const ACCOUNTS_LOCK = sql`select pg_advisory_xact_lock(hashtext('accounts'))`

/** Serialises changes of roles and bans until the transaction ends. They are rare, so one lock is enough. */
export const lockAccounts = async (tx: Transaction): Promise<void> => {
  await tx.execute(ACCOUNTS_LOCK)
}

/** Locks an account's row and returns it; null if there is none. */
export const lockAccount = async (tx: Transaction, userId: string): Promise<LockedAccount | null> => {
  const [row] = await tx
    .select({ id: user.id, name: user.name, email: user.email, role: user.role, banned: user.banned })
    .from(user)
    .where(eq(user.id, userId))
    .for('update')
  return row ?? null
}

/** True if the account is an administrator and not banned. */
export const isActiveAdmin = async (tx: Transaction, userId: string): Promise<boolean> => {
  const rows = await tx
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, userId), eq(user.role, 'admin'), isNotBanned))
  return rows.length > 0
}

/** Number of administrators besides `userId` who can sign in: not banned, and with a password. */
export const countOtherAdmins = async (tx: Transaction, userId: string): Promise<number> => {
  const [row] = await tx
    .select({ admins: count() })
    .from(user)
    .innerJoin(account, eq(account.userId, user.id))
    .where(and(eq(user.role, 'admin'), ne(user.id, userId), isNotBanned, isNotNull(account.password)))
  return row?.admins ?? 0
}
