import type { z } from 'zod'
import { isActiveAdmin } from '@/db/queries/people/account-locks'
import { replaceGroupMemberships } from '@/db/queries/people/groups'
import { insertInvitedAccount } from '@/db/queries/people/invitations'
import { AppError } from '@/temporal/contract/errors'
import type { InvitePerson } from '@/temporal/contract/schemas/people-request'
import { requireUserSession, type Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { validationError } from '../platform/http/problem'
import { checkGroups } from './check-groups'
import { type CreatedInvitation, createInvitationLink } from './create-invitation-link'

/**
 * Creates an account without a password, and the link by which the invited person sets one.
 * @throws AppError FORBIDDEN, VALIDATION_FAILED for an e-mail that has an account, or as `checkGroups` does
 */
export const invitePerson: Verb<z.output<typeof InvitePerson>, CreatedInvitation> = async (
  ctx,
  { groups, ...person },
) => {
  const actor = requireUserSession(ctx, 'user.manage')
  return ctx.runtime.db.transaction(async (tx) => {
    if (!(await isActiveAdmin(tx, actor.id))) throw new AppError('FORBIDDEN')
    await checkGroups(tx, person.role, groups)
    const userId = await insertInvitedAccount(tx, person)
    if (userId === null)
      throw validationError([{ path: 'email', message: 'This e-mail has an account already' }])
    await replaceGroupMemberships(tx, userId, groups)
    const link = await createInvitationLink(ctx, tx, userId)
    await recordAudit(ctx, tx, 'user.invite', `user:${userId}`, { role: person.role, groups })
    return { userId, name: person.name, ...link }
  })
}
