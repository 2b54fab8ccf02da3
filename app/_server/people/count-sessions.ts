import type { z } from 'zod'
import { selectSessions } from '@/db/queries/auth/sessions'
import type { PersonRef } from '@/temporal/contract/schemas/people-request'
import { requireUserSession, type Verb } from '../auth/context'

/** The number of open sessions of an account. */
export const countSessions: Verb<z.output<typeof PersonRef>, { total: number }> = async (ctx, { userId }) => {
  requireUserSession(ctx, 'user.manage')
  return { total: (await selectSessions(ctx.runtime.db, userId)).length }
}
