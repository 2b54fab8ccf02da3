/** Messages: kept once for each case, name and part, and marked when they were sent. */

import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { STAFF_ROLES } from '../../temporal/contract/people'
import type { Executor } from '../client'
import { groupMembers, user } from '../schema/auth'
import { notifications } from '../schema/services'
import { isNotBanned } from './banned'

export type Notification = typeof notifications.$inferSelect

/** Addresses of the members of a group who may sign in. */
export const addressesOfGroup = async (db: Executor, groupId: string): Promise<string[]> => {
  const rows = await db
    .select({ email: user.email })
    .from(groupMembers)
    .innerJoin(user, eq(user.id, groupMembers.userId))
    .where(and(eq(groupMembers.groupId, groupId), isNotBanned))
    .orderBy(user.email)
  return rows.map(({ email }) => email)
}

/** Address of a member of the staff who may sign in; none for anybody else. */
export const addressesOfStaff = async (db: Executor, userId: string): Promise<string[]> => {
  const rows = await db
    .select({ email: user.email })
    .from(user)
    .where(and(eq(user.id, userId), inArray(user.role, [...STAFF_ROLES]), isNotBanned))
  return rows.map(({ email }) => email)
}

/** Keeps a message; the first one of its case, name and part stays. */
export const keepNotification = async (
  db: Executor,
  row: typeof notifications.$inferInsert,
): Promise<void> => {
  await db.insert(notifications).values(row).onConflictDoNothing()
}

type Key = Pick<Notification, 'caseId' | 'message' | 'part'>

const ofMessage = ({ caseId, message, part }: Key) =>
  and(eq(notifications.caseId, caseId), eq(notifications.message, message), eq(notifications.part, part))

/**
 * Takes a message for sending, for as long as `leaseMs`.
 * @returns null when it was sent before
 * @throws Error while another sender holds it
 */
export const takeToSend = async (db: Executor, key: Key, leaseMs: number): Promise<Notification | null> => {
  const isFree = or(isNull(notifications.sendingUntil), lt(notifications.sendingUntil, sql`now()`))
  const [taken] = await db
    .update(notifications)
    .set({ sendingUntil: sql`now() + make_interval(secs => ${leaseMs / 1000})` })
    .where(and(ofMessage(key), isNull(notifications.sentAt), isFree))
    .returning()
  if (taken) return taken
  const [kept] = await db.select().from(notifications).where(ofMessage(key))
  if (kept?.sentAt) return null
  throw new Error('This message is being sent by another worker')
}

/** Lets go of a message that was taken; `sent` marks it for good. */
export const letGo = async (db: Executor, key: Key, sent: boolean): Promise<void> => {
  await db
    .update(notifications)
    .set({ sendingUntil: null, ...(sent ? { sentAt: sql`now()` } : {}) })
    .where(ofMessage(key))
}
