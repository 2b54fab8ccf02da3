/** What keeps two administrators from locking everybody out between them. */

import { and, count, eq, isNotNull, ne, sql } from 'drizzle-orm'
import type { Role } from '../../../temporal/contract/auth/actor'
import type { Transaction } from '../../client'
import { account, user } from '../../schema/auth'
import { isNotBanned } from './is-banned'

/** An account while it is being changed. */
export interface LockedAccount {
  id: string
  name: string
  email: string
  role: Role
  banned: boolean
}

const ACCOUNTS_LOCK = sql`select pg_advisory_xact_lock(hashtext('accounts'))`

/** From here to its end this transaction changes roles and bans alone; they are rare, so one lock does. */
export const lockAccounts = async (tx: Transaction): Promise<void> => {
  await tx.execute(ACCOUNTS_LOCK)
}

/** The account, its row locked; null when there is none. */
export const lockAccount = async (tx: Transaction, userId: string): Promise<LockedAccount | null> => {
  const [row] = await tx
    .select({ id: user.id, name: user.name, email: user.email, role: user.role, banned: user.banned })
    .from(user)
    .where(eq(user.id, userId))
    .for('update')
  return row ?? null
}

/** True while the account is an administrator's who is not banned. */
export const isActiveAdmin = async (tx: Transaction, userId: string): Promise<boolean> => {
  const rows = await tx
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, userId), eq(user.role, 'admin'), isNotBanned))
  return rows.length > 0
}

/** How many administrators could sign in if `userId` could not; one who was only invited does not count. */
export const countOtherAdmins = async (tx: Transaction, userId: string): Promise<number> => {
  const [row] = await tx
    .select({ admins: count() })
    .from(user)
    .innerJoin(account, eq(account.userId, user.id))
    .where(and(eq(user.role, 'admin'), ne(user.id, userId), isNotBanned, isNotNull(account.password)))
  return row?.admins ?? 0
}
