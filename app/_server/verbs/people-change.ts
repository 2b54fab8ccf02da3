/** What administrators change about an account. Each change shows in this process at once, in others within 30 s. */

import type { z } from 'zod'
import { setBan, setGroups, setRole as setRoleOf, unknownGroups } from '@/db/queries/accounts'
import { deleteSessions, groupsOf } from '@/db/queries/people'
import { isStaffRole } from '@/temporal/contract/people'
import type { BanPerson, PersonOnly, SetGroups, SetRole } from '@/temporal/contract/schemas/people'
import { DAY_MS } from '@/temporal/contract/time'
import type { Context } from '../http/context'
import { invalid } from '../http/problem'
import { audit } from '../identity/audit'
import { changeAccount } from '../identity/change-account'

const keepsAdmins = { isLosingAdmin: () => false }

/**
 * Gives an account another role. A customer is in no group, so becoming one leaves them all.
 * @throws Refusal OWN_ACCOUNT, LAST_ADMIN, NOT_FOUND, or VALIDATION_FAILED for a machine's account
 */
export const setRole = (
  ctx: Context,
  { userId, role }: z.output<typeof SetRole>,
): Promise<{ userId: string }> =>
  changeAccount(ctx, userId, { isLosingAdmin: () => role !== 'admin' }, async (tx, target) => {
    if (target.role === 'import') throw invalid([{ path: 'role', message: 'A machine keeps its role' }])
    if (target.role === role) return { userId }
    await setRoleOf(tx, userId, role)
    const left = isStaffRole(role) ? [] : await groupsOf(tx, userId)
    if (left.length > 0) await setGroups(tx, userId, [])
    const details = { from: target.role, to: role, ...(left.length > 0 ? { leftGroups: left } : {}) }
    await audit(ctx, tx, 'user.role', `user:${userId}`, details)
    return { userId }
  })

/**
 * Makes an account a member of exactly these groups; an administrator may do this to themselves.
 * @throws Refusal NOT_FOUND, or VALIDATION_FAILED for an unknown group or an account that is no staff
 */
export const setPersonGroups = (
  ctx: Context,
  { userId, groups }: z.output<typeof SetGroups>,
): Promise<{ userId: string }> =>
  changeAccount(ctx, userId, { ...keepsAdmins, maybeOwn: true }, async (tx, target) => {
    if (groups.length > 0 && !isStaffRole(target.role)) {
      throw invalid([{ path: 'groups', message: 'Only staff can be in a group' }])
    }
    if ((await unknownGroups(tx, groups)).length > 0) {
      throw invalid([{ path: 'groups', message: 'One of these groups was deleted; look at the list again' }])
    }
    const before = await groupsOf(tx, userId)
    const after = [...groups].sort()
    if (before.join() === after.join()) return { userId }
    await setGroups(tx, userId, after)
    await audit(ctx, tx, 'user.groups', `user:${userId}`, { from: before, to: after })
    return { userId }
  })

/** The first moment after the last day of a ban. @throws Refusal VALIDATION_FAILED for a day that is over */
const endOf = (until: string | undefined, now: Date): Date | null => {
  if (until === undefined) return null
  const end = new Date(Date.parse(until) + DAY_MS)
  if (end <= now) throw invalid([{ path: 'until', message: 'This day is over; choose today or a later one' }])
  return end
}

/**
 * Bans an account: its sessions end, its tokens stop, and it cannot sign in.
 * @throws Refusal OWN_ACCOUNT, LAST_ADMIN, NOT_FOUND, or VALIDATION_FAILED for a day that is over
 */
export const banPerson = (
  ctx: Context,
  { userId, reason, until }: z.output<typeof BanPerson>,
): Promise<{ userId: string }> =>
  changeAccount(ctx, userId, { isLosingAdmin: () => true }, async (tx) => {
    const end = endOf(until, ctx.now)
    await setBan(tx, userId, { reason, until: end })
    await audit(ctx, tx, 'user.ban', `user:${userId}`, { reason, until: end?.toISOString() ?? null })
    return { userId }
  })

/**
 * Lifts a ban; the account signs in anew.
 * @throws Refusal OWN_ACCOUNT, NOT_FOUND
 */
export const unbanPerson = (
  ctx: Context,
  { userId }: z.output<typeof PersonOnly>,
): Promise<{ userId: string }> =>
  changeAccount(ctx, userId, keepsAdmins, async (tx, target) => {
    if (!target.banned) return { userId }
    await setBan(tx, userId, null)
    await audit(ctx, tx, 'user.unban', `user:${userId}`)
    return { userId }
  })

/**
 * Ends every session of somebody else.
 * @throws Refusal OWN_ACCOUNT, NOT_FOUND
 */
export const endSessions = (
  ctx: Context,
  { userId }: z.output<typeof PersonOnly>,
): Promise<{ ended: number }> =>
  changeAccount(ctx, userId, keepsAdmins, async (tx) => {
    const ended = await deleteSessions(tx, userId, null)
    await audit(ctx, tx, 'user.sessions.revoke', `user:${userId}`, { sessions: ended })
    return { ended }
  })
