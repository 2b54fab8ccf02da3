import type { z } from 'zod'
import { updateBan } from '@/db/queries/people/accounts'
import { addDays, startOfDay } from '@/temporal/contract/days'
import type { BanPerson } from '@/temporal/contract/schemas/people-request'
import type { Context, Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { getTimeZone } from '../auth/time-zone'
import { validationError } from '../platform/http/problem'
import { changeAccount } from './change-account'

/** Midnight of the administrator's time zone after the last day of a ban. @throws AppError VALIDATION_FAILED for a day in the past */
const toBanEnd = (ctx: Context, until: string | undefined): Date | null => {
  if (until === undefined) return null
  const end = new Date(startOfDay(getTimeZone(ctx), addDays(until, 1)))
  if (end <= ctx.now)
    throw validationError([{ path: 'until', message: 'This day is over; choose today or a later one' }])
  return end
}

/**
 * Bans an account: its sessions end, its tokens stop, and it cannot sign in.
 * @throws AppError OWN_ACCOUNT, LAST_ADMIN, NOT_FOUND, or VALIDATION_FAILED for a day in the past
 */
export const banPerson: Verb<z.output<typeof BanPerson>, { userId: string }> = (
  ctx,
  { userId, reason, until },
) =>
  changeAccount(ctx, userId, { isLosingAdmin: true }, async (tx) => {
    const end = toBanEnd(ctx, until)
    await updateBan(tx, userId, { reason, until: end })
    await recordAudit(ctx, tx, 'user.ban', `user:${userId}`, { reason, until: end?.toISOString() ?? null })
    return { userId }
  })
