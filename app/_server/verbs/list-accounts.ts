/** Accounts, for administrators. */

import type { z } from 'zod'
import { findPeople, findPerson, type PersonRow } from '@/db/queries/person-list'
import { Refusal } from '@/temporal/contract/errors'
import { STAFF_ROLES } from '@/temporal/contract/people'
import type { ListAccounts, PersonOnly } from '@/temporal/contract/schemas/people'
import { type Context, demandPerson } from '../http/context'

export const PEOPLE_ON_PAGE = 50

/** One page of accounts, with how many match in all; the staff unless a role is named. */
export const listAccounts = async (
  ctx: Context,
  { q, role, status, sort, page }: z.output<typeof ListAccounts>,
): Promise<{ items: PersonRow[]; total: number }> => {
  demandPerson(ctx, 'user.manage')
  return findPeople(ctx.runtime.db, {
    q,
    roles: role === 'staff' ? STAFF_ROLES : [role],
    status,
    sort,
    offset: (page - 1) * PEOPLE_ON_PAGE,
    limit: PEOPLE_ON_PAGE,
  })
}

/**
 * One account.
 * @throws Refusal NOT_FOUND
 */
export const readPerson = async (
  ctx: Context,
  { userId }: z.output<typeof PersonOnly>,
): Promise<PersonRow> => {
  demandPerson(ctx, 'user.manage')
  const person = await findPerson(ctx.runtime.db, userId)
  if (!person) throw new Refusal('NOT_FOUND')
  return person
}
