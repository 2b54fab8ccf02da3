/** The transactional outbox of mail: one message for each case, name and part, marked once it is sent. */

import { and, asc, eq, gt, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { STAFF_ROLES, SUPERVISOR_ROLES } from '../../../temporal/contract/auth/actor'
import type { Executor } from '../../client'
import { groupMembers, user } from '../../schema/auth'
import { mailOutbox } from '../../schema/mail'
import { isNotBanned } from '../people/is-banned'

export type OutboxMessage = typeof mailOutbox.$inferSelect

/** Addresses of the members of a group who may sign in. */
export const selectGroupAddresses = async (db: Executor, groupId: string): Promise<string[]> => {
  const rows = await db
    .select({ email: user.email })
    .from(groupMembers)
    .innerJoin(user, eq(user.id, groupMembers.userId))
    .where(and(eq(groupMembers.groupId, groupId), isNotBanned))
    .orderBy(user.email)
  return rows.map(({ email }) => email)
}

const selectAddresses = async (db: Executor, condition: SQL | undefined): Promise<string[]> => {
  const rows = await db
    .select({ email: user.email })
    .from(user)
    .where(and(condition, isNotBanned))
    .orderBy(user.email)
  return rows.map(({ email }) => email)
}

/** Addresses of those of the accounts that are staff and may sign in. */
export const selectStaffAddresses = (db: Executor, userIds: readonly string[]): Promise<string[]> =>
  selectAddresses(db, and(inArray(user.id, [...userIds]), inArray(user.role, [...STAFF_ROLES])))

/** Addresses of the supervisors and administrators who may sign in. */
export const selectSupervisorAddresses = (db: Executor): Promise<string[]> =>
  selectAddresses(db, inArray(user.role, [...SUPERVISOR_ROLES]))

/** Inserts messages. Idempotent: the first message of a case, name and part stays. */
export const insertOutboxMessages = async (
  db: Executor,
  rows: (typeof mailOutbox.$inferInsert)[],
): Promise<void> => {
  await db.insert(mailOutbox).values(rows).onConflictDoNothing()
}

type OutboxKey = Pick<OutboxMessage, 'caseId' | 'message' | 'part'>

const hasKey = ({ caseId, message, part }: OutboxKey) =>
  and(eq(mailOutbox.caseId, caseId), eq(mailOutbox.message, message), eq(mailOutbox.part, part))

const fromNow = (ms: number | SQL) => sql`clock_timestamp() + make_interval(secs => ${ms} / 1000.0)`

/**
 * Claims messages for `leaseMs`: the oldest that are unsent, not claimed and younger than `maxAgeMs`. Messages without a
 * recipient are skipped.
 */
export const claimUnsent = async (
  db: Executor,
  { limit, leaseMs, maxAgeMs }: { limit: number; leaseMs: number; maxAgeMs: number },
): Promise<OutboxMessage[]> => {
  const due = db
    .select({ caseId: mailOutbox.caseId, message: mailOutbox.message, part: mailOutbox.part })
    .from(mailOutbox)
    .where(
      and(
        isNull(mailOutbox.sentAt),
        ne(mailOutbox.recipient, ''),
        gt(mailOutbox.createdAt, fromNow(-maxAgeMs)),
        or(isNull(mailOutbox.claimedUntil), lt(mailOutbox.claimedUntil, sql`clock_timestamp()`)),
      ),
    )
    .orderBy(asc(mailOutbox.createdAt))
    .limit(limit)
    .for('update', { skipLocked: true })
  return db
    .update(mailOutbox)
    .set({ claimedUntil: fromNow(leaseMs) })
    .where(sql`(${mailOutbox.caseId}, ${mailOutbox.message}, ${mailOutbox.part}) in ${due}`)
    .returning()
}

/** Marks a message as sent. */
export const markSent = async (db: Executor, key: OutboxKey): Promise<void> => {
  await db.update(mailOutbox).set({ claimedUntil: null, sentAt: sql`clock_timestamp()` }).where(hasKey(key))
}

/** Delays the next attempt by the age of the message, which doubles the delay each time, between both limits. */
export const rescheduleUnsent = async (
  db: Executor,
  key: OutboxKey,
  minMs: number,
  maxMs: number,
): Promise<void> => {
  const ageMs = sql`1000 * extract(epoch from clock_timestamp() - ${mailOutbox.createdAt})`
  await db
    .update(mailOutbox)
    .set({ claimedUntil: fromNow(sql`least(greatest(${ageMs}, ${minMs}), ${maxMs})`) })
    .where(and(hasKey(key), isNull(mailOutbox.sentAt)))
}
