import type { z } from 'zod'
import { updateBan } from '@/db/queries/people/accounts'
import type { BanPerson } from '@/temporal/contract/schemas/people-request'
import { DAY_MS } from '@/temporal/contract/time'
import type { Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { validationError } from '../platform/http/problem'
import { changeAccount } from './change-account'

/** Midnight (UTC) after the last day of a ban. @throws AppError VALIDATION_FAILED for a day in the past */
const toBanEnd = (until: string | undefined, now: Date): Date | null => {
  if (until === undefined) return null
  const end = new Date(Date.parse(until) + DAY_MS)
  if (end <= now)
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
    const end = toBanEnd(until, ctx.now)
    await updateBan(tx, userId, { reason, until: end })
    await recordAudit(ctx, tx, 'user.ban', `user:${userId}`, { reason, until: end?.toISOString() ?? null })
    return { userId }
  })
