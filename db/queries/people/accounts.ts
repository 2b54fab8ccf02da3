/** Accounts, as administrators and the command line create and change them. */

import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Role } from '../../../temporal/contract/auth/actor'
import type { Database, Executor } from '../../client'
import { account, invitations, user } from '../../schema/auth'
import { deleteSessions } from '../auth/sessions'
import { toAccountSearchText } from './account-search'

const CREDENTIAL_PROVIDER = 'credential'

export interface AccountRow {
  id: string
  name: string
  email: string
  role: Role
  banned: boolean
}

const ACCOUNT_COLUMNS = {
  id: user.id,
  name: user.name,
  email: user.email,
  role: user.role,
  banned: user.banned,
}

/** The account with this e-mail (case-insensitive), or null. */
export const selectAccountByEmail = async (db: Executor, email: string): Promise<AccountRow | null> => {
  const [row] = await db.select(ACCOUNT_COLUMNS).from(user).where(eq(user.email, email.toLowerCase()))
  return row ?? null
}

/** All accounts, sorted by e-mail. */
export const selectAllAccounts = (db: Database): Promise<AccountRow[]> =>
  db.select(ACCOUNT_COLUMNS).from(user).orderBy(asc(user.email))

/** Creates the account with this e-mail, or updates its name and role. */
export const upsertAccount = async (
  db: Executor,
  { email, name, role }: { email: string; name: string; role: Role },
): Promise<AccountRow> => {
  const searchText = toAccountSearchText({ name, email })
  const [row] = await db
    .insert(user)
    .values({ id: randomUUID(), email: email.toLowerCase(), name, searchText, role, emailVerified: true })
    .onConflictDoUpdate({ target: user.email, set: { name, searchText, role, updatedAt: new Date() } })
    .returning(ACCOUNT_COLUMNS)
  if (!row) throw new Error('The account was not written')
  return row
}

/** Sets the password of an account, deletes its sessions, and marks an open invitation as accepted. */
export const updatePassword = async (db: Executor, userId: string, passwordHash: string): Promise<void> => {
  await db
    .insert(account)
    .values({
      id: randomUUID(),
      accountId: userId,
      providerId: CREDENTIAL_PROVIDER,
      userId,
      password: passwordHash,
    })
    .onConflictDoUpdate({
      target: [account.providerId, account.accountId],
      set: { password: passwordHash, updatedAt: new Date() },
    })
  await deleteSessions(db, userId, null)
  await db
    .update(invitations)
    .set({ acceptedAt: new Date() })
    .where(and(eq(invitations.userId, userId), isNull(invitations.acceptedAt)))
}

/** Sets the time zone of an account; null for that of the browser. */
export const updateTimeZone = async (
  db: Executor,
  userId: string,
  timeZone: string | null,
): Promise<void> => {
  await db.update(user).set({ timeZone }).where(eq(user.id, userId))
}

/** Bans an account, for good without `until`, and deletes its sessions; null lifts the ban. */
export const updateBan = async (
  db: Executor,
  userId: string,
  ban: { reason: string; until?: Date | null } | null,
): Promise<void> => {
  await db
    .update(user)
    .set({
      banned: ban !== null,
      banReason: ban?.reason ?? null,
      banExpires: ban?.until ?? null,
      updatedAt: new Date(),
    })
    .where(eq(user.id, userId))
  if (ban !== null) await deleteSessions(db, userId, null)
}

export const updateRole = async (db: Executor, userId: string, role: Role): Promise<void> => {
  await db.update(user).set({ role, updatedAt: new Date() }).where(eq(user.id, userId))
}

/** True if the account can sign in with a password. */
export const hasPassword = async (db: Executor, userId: string): Promise<boolean> => {
  const rows = await db
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, CREDENTIAL_PROVIDER)))
  return rows.length > 0
}
