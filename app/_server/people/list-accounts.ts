import type { z } from 'zod'
import { type AccountListRow, selectAccountPage } from '@/db/queries/people/account-list'
import { STAFF_ROLES } from '@/temporal/contract/auth/actor'
import type { ListAccounts } from '@/temporal/contract/schemas/people-request'
import { requireUserSession, type Verb } from '../auth/context'

export const ACCOUNTS_PER_PAGE = 50

/** A page of accounts and the number of matches; only staff unless a role is given. */
export const listAccounts: Verb<
  z.output<typeof ListAccounts>,
  { items: AccountListRow[]; total: number }
> = async (ctx, { q, role, status, sort, page }) => {
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
