import type { z } from 'zod'
import { updateBan } from '@/db/queries/people/accounts'
import type { PersonRef } from '@/temporal/contract/schemas/people-request'
import type { Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { changeAccount } from './change-account'

/**
 * Lifts a ban. The sessions that the ban ended stay ended.
 * @throws AppError OWN_ACCOUNT, NOT_FOUND
 */
export const unbanPerson: Verb<z.output<typeof PersonRef>, { userId: string }> = (ctx, { userId }) =>
  changeAccount(ctx, userId, {}, async (tx, target) => {
    if (!target.banned) return { userId }
    await updateBan(tx, userId, null)
    await recordAudit(ctx, tx, 'user.unban', `user:${userId}`)
    return { userId }
  })
