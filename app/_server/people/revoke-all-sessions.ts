import type { z } from 'zod'
import { deleteSessions } from '@/db/queries/auth/sessions'
import type { PersonRef } from '@/temporal/contract/schemas/people-request'
import type { Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { changeAccount } from './change-account'

/**
 * Ends every session of another account.
 * @throws AppError OWN_ACCOUNT, NOT_FOUND
 */
export const revokeAllSessions: Verb<z.output<typeof PersonRef>, { ended: number }> = (ctx, { userId }) =>
  changeAccount(ctx, userId, {}, async (tx) => {
    const ended = await deleteSessions(tx, userId, null)
    await recordAudit(ctx, tx, 'user.sessions.revoke', `user:${userId}`, { sessions: ended })
    return { ended }
  })
