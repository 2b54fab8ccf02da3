/** Invites people: an account without a password, and one link by which its person sets one. */

import type { z } from 'zod'
import { isActiveAdmin } from '@/db/queries/people/account-locks'
import { replaceGroupMemberships, selectUnknownGroups } from '@/db/queries/people/groups'
import { insertInvitedAccount } from '@/db/queries/people/invitations'
import { isStaffRole } from '@/temporal/contract/auth/actor'
import { AppError } from '@/temporal/contract/errors'
import type { InvitePerson } from '@/temporal/contract/schemas/people'
import { requireUserSession, type Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { validationError } from '../platform/http/problem'
import { type CreatedInvitation, createInvitationLink } from './create-invitation-link'

/**
 * Makes an account that waits for its person.
 * @throws AppError VALIDATION_FAILED for an e-mail that has an account, an unknown group, or a customer in a group
 */
export const invitePerson: Verb<z.output<typeof InvitePerson>, CreatedInvitation> = async (
  ctx,
  { groups, ...person },
) => {
  const actor = requireUserSession(ctx, 'user.manage')
  if (groups.length > 0 && !isStaffRole(person.role)) {
    throw validationError([{ path: 'groups', message: 'Only staff can be in a group' }])
  }
  return ctx.runtime.db.transaction(async (tx) => {
    if (!(await isActiveAdmin(tx, actor.id))) throw new AppError('FORBIDDEN')
    if ((await selectUnknownGroups(tx, groups)).length > 0) {
      throw validationError([
        { path: 'groups', message: 'One of these groups was deleted; look at the list again' },
      ])
    }
    const userId = await insertInvitedAccount(tx, person)
    if (userId === null)
      throw validationError([{ path: 'email', message: 'This e-mail has an account already' }])
    await replaceGroupMemberships(tx, userId, groups)
    const link = await createInvitationLink(ctx, tx, userId)
    await recordAudit(ctx, tx, 'user.invite', `user:${userId}`, { role: person.role, groups })
    return { userId, name: person.name, ...link }
  })
}
