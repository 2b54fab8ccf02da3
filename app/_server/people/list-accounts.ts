/** Accounts, for administrators. */

import type { z } from 'zod'
import { type AccountListRow, selectAccount, selectAccountPage } from '@/db/queries/people/account-list'
import { AppError } from '@/temporal/contract/errors'
import { STAFF_ROLES } from '@/temporal/contract/people/people'
import type { ListAccounts, PersonRef } from '@/temporal/contract/schemas/people'
import { type Context, requireUserSession } from '../auth/context'

export const ACCOUNTS_PER_PAGE = 50

/** One page of accounts, with how many match in all; the staff unless a role is named. */
export const listAccounts = async (
  ctx: Context,
  { q, role, status, sort, page }: z.output<typeof ListAccounts>,
): Promise<{ items: AccountListRow[]; total: number }> => {
  requireUserSession(ctx, 'user.manage')
  return selectAccountPage(ctx.runtime.db, {
    q,
    roles: role === 'staff' ? STAFF_ROLES : [role],
    status,
    sort,
    offset: (page - 1) * ACCOUNTS_PER_PAGE,
    limit: ACCOUNTS_PER_PAGE,
  })
}

/**
 * One account.
 * @throws AppError NOT_FOUND
 */
export const readAccount = async (
  ctx: Context,
  { userId }: z.output<typeof PersonRef>,
): Promise<AccountListRow> => {
  requireUserSession(ctx, 'user.manage')
  const person = await selectAccount(ctx.runtime.db, userId)
  if (!person) throw new AppError('NOT_FOUND')
  return person
}
