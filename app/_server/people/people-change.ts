/** What administrators change about an account. Each change shows in this process at once, in others within 30 s. */

import type { z } from 'zod'
import {
  replaceGroupMemberships,
  selectUnknownGroups,
  updateRole as setRoleOf,
  updateBan,
} from '@/db/queries/people/accounts'
import { deleteSessions, selectGroupIds } from '@/db/queries/people/groups'
import { isStaffRole } from '@/temporal/contract/people/people'
import type { BanPerson, PersonRef, SetGroups, SetRole } from '@/temporal/contract/schemas/people'
import { DAY_MS } from '@/temporal/contract/time'
import type { Context } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { validationError } from '../platform/http/problem'
import { changeAccount } from './change-account'

const keepsAdmins = { isLosingAdmin: () => false }

/**
 * Gives an account another role. A customer is in no group, so becoming one leaves them all.
 * @throws AppError OWN_ACCOUNT, LAST_ADMIN, NOT_FOUND, or VALIDATION_FAILED for a machine's account
 */
export const setRole = (
  ctx: Context,
  { userId, role }: z.output<typeof SetRole>,
): Promise<{ userId: string }> =>
  changeAccount(ctx, userId, { isLosingAdmin: () => role !== 'admin' }, async (tx, target) => {
    if (target.role === 'import')
      throw validationError([{ path: 'role', message: 'A machine keeps its role' }])
    if (target.role === role) return { userId }
    await setRoleOf(tx, userId, role)
    const left = isStaffRole(role) ? [] : await selectGroupIds(tx, userId)
    if (left.length > 0) await replaceGroupMemberships(tx, userId, [])
    const details = { from: target.role, to: role, ...(left.length > 0 ? { leftGroups: left } : {}) }
    await recordAudit(ctx, tx, 'user.role', `user:${userId}`, details)
    return { userId }
  })

/**
 * Makes an account a member of exactly these groups; an administrator may do this to themselves.
 * @throws AppError NOT_FOUND, or VALIDATION_FAILED for an unknown group or an account that is no staff
 */
export const setPersonGroups = (
  ctx: Context,
  { userId, groups }: z.output<typeof SetGroups>,
): Promise<{ userId: string }> =>
  changeAccount(ctx, userId, { ...keepsAdmins, maybeOwn: true }, async (tx, target) => {
    if (groups.length > 0 && !isStaffRole(target.role)) {
      throw validationError([{ path: 'groups', message: 'Only staff can be in a group' }])
    }
    if ((await selectUnknownGroups(tx, groups)).length > 0) {
      throw validationError([
        { path: 'groups', message: 'One of these groups was deleted; look at the list again' },
      ])
    }
    const before = await selectGroupIds(tx, userId)
    const after = [...groups].sort()
    if (before.join() === after.join()) return { userId }
    await replaceGroupMemberships(tx, userId, after)
    await recordAudit(ctx, tx, 'user.groups', `user:${userId}`, { from: before, to: after })
    return { userId }
  })

/** The first moment after the last day of a ban. @throws AppError VALIDATION_FAILED for a day that is over */
const toBanEnd = (until: string | undefined, now: Date): Date | null => {
  if (until === undefined) return null
  const end = new Date(Date.parse(until) + DAY_MS)
  if (end <= now)
    throw validationError([{ path: 'until', message: 'This day is over; choose today or a later one' }])
  return end
}

/**
 * Bans an account: its sessions end, its tokens stop, and it cannot sign in.
 * @throws AppError OWN_ACCOUNT, LAST_ADMIN, NOT_FOUND, or VALIDATION_FAILED for a day that is over
 */
export const banPerson = (
  ctx: Context,
  { userId, reason, until }: z.output<typeof BanPerson>,
): Promise<{ userId: string }> =>
  changeAccount(ctx, userId, { isLosingAdmin: () => true }, async (tx) => {
    const end = toBanEnd(until, ctx.now)
    await updateBan(tx, userId, { reason, until: end })
    await recordAudit(ctx, tx, 'user.ban', `user:${userId}`, { reason, until: end?.toISOString() ?? null })
    return { userId }
  })

/**
 * Lifts a ban; the account signs in anew.
 * @throws AppError OWN_ACCOUNT, NOT_FOUND
 */
export const unbanPerson = (
  ctx: Context,
  { userId }: z.output<typeof PersonRef>,
): Promise<{ userId: string }> =>
  changeAccount(ctx, userId, keepsAdmins, async (tx, target) => {
    if (!target.banned) return { userId }
    await updateBan(tx, userId, null)
    await recordAudit(ctx, tx, 'user.unban', `user:${userId}`)
    return { userId }
  })

/**
 * Ends every session of somebody else.
 * @throws AppError OWN_ACCOUNT, NOT_FOUND
 */
export const revokeAllSessions = (
  ctx: Context,
  { userId }: z.output<typeof PersonRef>,
): Promise<{ ended: number }> =>
  changeAccount(ctx, userId, keepsAdmins, async (tx) => {
    const ended = await deleteSessions(tx, userId, null)
    await recordAudit(ctx, tx, 'user.sessions.revoke', `user:${userId}`, { sessions: ended })
    return { ended }
  })
