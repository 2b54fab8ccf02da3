/** Who belongs to a candidate group. A change shows in this process at once, in others within 30 seconds. */

import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import { lockAccount, lockAccounts } from '@/db/queries/account-locks'
import { deleteMember, groupExists, insertMember } from '@/db/queries/people'
import { Refusal } from '@/temporal/contract/errors'
import { isStaffRole } from '@/temporal/contract/people'
import type { GroupMember } from '@/temporal/contract/schemas/people'
import { type Context, demand } from '../http/context'
import { audit } from '../identity/audit'
import { peopleOf } from '../identity/known-people'

type Input = z.output<typeof GroupMember>

/** Locked as who changes a role or a ban locks it: nobody joins a group while they leave the staff. */
const demandStaff = async (tx: Transaction, userId: string): Promise<void> => {
  await lockAccounts(tx)
  const account = await lockAccount(tx, userId)
  if (!account || account.banned || !isStaffRole(account.role)) throw new Refusal('NOT_FOUND')
}

/**
 * Adds a member of the staff to a group; adding them again changes nothing.
 * @throws Refusal NOT_FOUND for an unknown group, or an account that is no staff
 */
export const addMember = async (ctx: Context, { groupId, userId }: Input): Promise<Input> => {
  demand(ctx, 'group.manage')
  await ctx.runtime.db.transaction(async (tx) => {
    await demandStaff(tx, userId)
    if (!(await groupExists(tx, groupId))) throw new Refusal('NOT_FOUND')
    if (await insertMember(tx, groupId, userId)) {
      await audit(ctx, tx, 'group.member.add', `group:${groupId} user:${userId}`)
    }
  })
  peopleOf(ctx.runtime).forget(userId)
  return { groupId, userId }
}

/**
 * Takes somebody out of a group.
 * @throws Refusal NOT_FOUND when they are not in it
 */
export const removeMember = async (ctx: Context, { groupId, userId }: Input): Promise<Input> => {
  demand(ctx, 'group.manage')
  await ctx.runtime.db.transaction(async (tx) => {
    if (!(await deleteMember(tx, groupId, userId))) throw new Refusal('NOT_FOUND')
    await audit(ctx, tx, 'group.member.remove', `group:${groupId} user:${userId}`)
  })
  peopleOf(ctx.runtime).forget(userId)
  return { groupId, userId }
}
