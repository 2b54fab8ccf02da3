import type { z } from 'zod'
import { type AccountListRow, selectAccount } from '@/db/queries/people/account-list'
import { AppError } from '@/temporal/contract/errors'
import type { PersonRef } from '@/temporal/contract/schemas/people-request'
import { requireUserSession, type Verb } from '../auth/context'

/**
 * One account.
 * @throws AppError NOT_FOUND
 */
export const readAccount: Verb<z.output<typeof PersonRef>, AccountListRow> = async (ctx, { userId }) => {
  requireUserSession(ctx, 'user.manage')
  const person = await selectAccount(ctx.runtime.db, userId)
  if (!person) throw new AppError('NOT_FOUND')
  return person
}
