/** Invitations: accounts without a password, and the links by which their owners set one. */

import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { PersonRole, Role } from '../../../temporal/contract/auth/actor'
import type { Executor, Transaction } from '../../client'
import { invitations, user } from '../../schema/auth'
import { lockAccount } from './account-locks'
import { toAccountSearchText } from './account-search'
import { isBanned, isNotBanned } from './is-banned'

/** Creates an account that cannot sign in yet. @returns its id, or null if the e-mail already has an account */
export const insertInvitedAccount = async (
  db: Executor,
  person: { email: string; name: string; role: PersonRole },
): Promise<string | null> => {
  const rows = await db
    .insert(user)
    .values({ id: randomUUID(), searchText: toAccountSearchText(person), ...person })
    .onConflictDoNothing()
    .returning({ id: user.id })
  return rows[0]?.id ?? null
}

/** Stores the hash of a new link in place of the earlier one, unless the invitation was accepted. */
export const upsertInvitation = async (
  db: Executor,
  row: { userId: string; tokenHash: string; expiresAt: Date },
): Promise<void> => {
  const fresh = { tokenHash: row.tokenHash, expiresAt: row.expiresAt, createdAt: new Date() }
  await db
    .insert(invitations)
    .values(row)
    .onConflictDoUpdate({ target: invitations.userId, set: fresh, setWhere: isNull(invitations.acceptedAt) })
}

/** True while the account has an invitation that was not accepted. */
export const hasOpenInvitation = async (db: Executor, userId: string): Promise<boolean> => {
  const rows = await db
    .select({ id: invitations.userId })
    .from(invitations)
    .where(and(eq(invitations.userId, userId), isNull(invitations.acceptedAt)))
  return rows.length > 0
}

export interface InvitationRow {
  userId: string
  email: string
  name: string
  role: Role
  banned: boolean
  expiresAt: Date
  acceptedAt: Date | null
}

/** The invitation with this hash, or null. */
export const selectInvitation = async (db: Executor, tokenHash: string): Promise<InvitationRow | null> => {
  const [row] = await db
    .select({
      userId: invitations.userId,
      email: user.email,
      name: user.name,
      role: user.role,
      banned: isBanned,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
    })
    .from(invitations)
    .innerJoin(user, eq(user.id, invitations.userId))
    .where(eq(invitations.tokenHash, tokenHash))
  return row ?? null
}

/**
 * Accepts an invitation: of concurrent calls one gets the account's id, the others null. Locks the account before its
 * invitation, in the same order as every other change of both, to avoid deadlocks.
 */
export const redeemInvitation = async (
  tx: Transaction,
  tokenHash: string,
  name: string,
): Promise<string | null> => {
  const invitation = await selectInvitation(tx, tokenHash)
  if (!invitation || !(await lockAccount(tx, invitation.userId))) return null
  const now = new Date()
  const isOpen = and(
    eq(invitations.tokenHash, tokenHash),
    isNull(invitations.acceptedAt),
    gt(invitations.expiresAt, now),
  )
  const [accepted] = await tx
    .update(invitations)
    .set({ acceptedAt: now })
    .where(isOpen)
    .returning({ userId: invitations.userId })
  if (!accepted) return null
  const rows = await tx
    .update(user)
    .set({
      name,
      searchText: toAccountSearchText({ name, email: invitation.email }),
      emailVerified: true,
      updatedAt: now,
    })
    .where(and(eq(user.id, accepted.userId), isNotBanned))
    .returning({ id: user.id })
  return rows[0]?.id ?? null
}
