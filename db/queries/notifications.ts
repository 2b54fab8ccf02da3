/** Messages: kept once for each case, name and part, and marked when they were sent. */

import { and, asc, eq, gt, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
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

/** Addresses of members of the staff who may sign in, by account; nobody else has one. */
export const addressesOfStaff = async (
  db: Executor,
  userIds: readonly string[],
): Promise<Map<string, string>> => {
  const rows = await db
    .select({ id: user.id, email: user.email })
    .from(user)
    .where(and(inArray(user.id, [...userIds]), inArray(user.role, [...STAFF_ROLES]), isNotBanned))
  return new Map(rows.map(({ id, email }) => [id, email]))
}

/** Keeps messages; of each case, name and part the first one stays. */
export const keepNotifications = async (
  db: Executor,
  rows: (typeof notifications.$inferInsert)[],
): Promise<void> => {
  await db.insert(notifications).values(rows).onConflictDoNothing()
}

type Key = Pick<Notification, 'caseId' | 'message' | 'part'>

const ofMessage = ({ caseId, message, part }: Key) =>
  and(eq(notifications.caseId, caseId), eq(notifications.message, message), eq(notifications.part, part))

const fromNow = (ms: number | SQL) => sql`clock_timestamp() + make_interval(secs => ${ms} / 1000.0)`

/**
 * Takes messages for sending, for as long as `leaseMs`: the oldest that are not sent, that nobody holds and that are
 * younger than `maxAgeMs`. Messages to nobody are left out.
 */
export const takeToSend = async (
  db: Executor,
  { limit, leaseMs, maxAgeMs }: { limit: number; leaseMs: number; maxAgeMs: number },
): Promise<Notification[]> => {
  const due = db
    .select({ caseId: notifications.caseId, message: notifications.message, part: notifications.part })
    .from(notifications)
    .where(
      and(
        isNull(notifications.sentAt),
        ne(notifications.recipient, ''),
        gt(notifications.createdAt, fromNow(-maxAgeMs)),
        or(isNull(notifications.sendingUntil), lt(notifications.sendingUntil, sql`clock_timestamp()`)),
      ),
    )
    .orderBy(asc(notifications.createdAt))
    .limit(limit)
    .for('update', { skipLocked: true })
  return db
    .update(notifications)
    .set({ sendingUntil: fromNow(leaseMs) })
    .where(sql`(${notifications.caseId}, ${notifications.message}, ${notifications.part}) in ${due}`)
    .returning()
}

/** Marks a message as sent, for good. */
export const markSent = async (db: Executor, key: Key): Promise<void> => {
  await db
    .update(notifications)
    .set({ sendingUntil: null, sentAt: sql`clock_timestamp()` })
    .where(ofMessage(key))
}

/** Puts a message off for as long as it is old already, which doubles each time, between the two limits. */
export const putOff = async (db: Executor, key: Key, leastMs: number, mostMs: number): Promise<void> => {
  const ageMs = sql`1000 * extract(epoch from clock_timestamp() - ${notifications.createdAt})`
  await db
    .update(notifications)
    .set({ sendingUntil: fromNow(sql`least(greatest(${ageMs}, ${leastMs}), ${mostMs})`) })
    .where(and(ofMessage(key), isNull(notifications.sentAt)))
}
