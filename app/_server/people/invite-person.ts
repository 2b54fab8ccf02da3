/** Invites people: an account without a password, and one link by which its person sets one. */

import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import { isActiveAdmin } from '@/db/queries/people/account-locks'
import { replaceGroupMemberships, selectUnknownGroups } from '@/db/queries/people/accounts'
import { hasOpenInvitation, insertInvitedAccount, upsertInvitation } from '@/db/queries/people/invitations'
import { AppError } from '@/temporal/contract/errors'
import { paths } from '@/temporal/contract/paths'
import { INVITATION_DAYS, isStaffRole } from '@/temporal/contract/people/people'
import type { InvitePerson, PersonRef } from '@/temporal/contract/schemas/people'
import { DAY_MS } from '@/temporal/contract/time'
import { type Context, requireUserSession } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { generateInvitationToken, hashToken } from '../auth/tokens'
import { validationError } from '../platform/http/problem'
import { changeAccount } from './change-account'

/** The link is told once: what is kept is a hash. `endsAt` is ISO 8601, UTC. */
export interface CreatedInvitation {
  userId: string
  name: string
  link: string
  endsAt: string
}

const createInvitationLink = async (
  ctx: Context,
  tx: Transaction,
  userId: string,
): Promise<{ link: string; endsAt: string }> => {
  const token = generateInvitationToken()
  const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * DAY_MS)
  await upsertInvitation(tx, { userId, tokenHash: hashToken(token), expiresAt })
  return { link: ctx.runtime.env.appUrl + paths.invitation(token), endsAt: expiresAt.toISOString() }
}

/**
 * Makes an account that waits for its person.
 * @throws AppError VALIDATION_FAILED for an e-mail that has an account, an unknown group, or a customer in a group
 */
export const invitePerson = async (
  ctx: Context,
  { groups, ...person }: z.output<typeof InvitePerson>,
): Promise<CreatedInvitation> => {
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

/**
 * A new link for somebody who has not come; the one before it ends.
 * @throws AppError NOT_FOUND, INVITATION_ENDED for somebody who came
 */
export const renewInvitation = (
  ctx: Context,
  { userId }: z.output<typeof PersonRef>,
): Promise<CreatedInvitation> =>
  changeAccount(ctx, userId, { isLosingAdmin: () => false }, async (tx, { name }) => {
    if (!(await hasOpenInvitation(tx, userId)))
      throw new AppError('INVITATION_ENDED', 'They have set a password already')
    const link = await createInvitationLink(ctx, tx, userId)
    await recordAudit(ctx, tx, 'user.invite.renew', `user:${userId}`)
    return { userId, name, ...link }
  })
