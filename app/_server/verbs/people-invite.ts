/** Invites people: an account without a password, and one link by which its person sets one. */

import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import { isActiveAdmin } from '@/db/queries/account-locks'
import { setGroups, unknownGroups } from '@/db/queries/accounts'
import { insertInvited, isWaitedFor, putInvitation } from '@/db/queries/invitations'
import { Refusal } from '@/temporal/contract/errors'
import { INVITATION_DAYS, isStaffRole } from '@/temporal/contract/people'
import type { InvitePerson, PersonOnly } from '@/temporal/contract/schemas/people'
import { DAY_MS } from '@/temporal/contract/time'
import { type Context, demandPerson } from '../http/context'
import { invalid } from '../http/problem'
import { audit } from '../identity/audit'
import { changeAccount } from '../identity/change-account'
import { createInvitationToken, hashToken } from '../identity/tokens'

/** The link is told once: what is kept is a hash. `endsAt` is ISO 8601, UTC. */
export interface Invited {
  userId: string
  name: string
  link: string
  endsAt: string
}

const newLink = async (
  ctx: Context,
  tx: Transaction,
  userId: string,
): Promise<{ link: string; endsAt: string }> => {
  const token = createInvitationToken()
  const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * DAY_MS)
  await putInvitation(tx, { userId, tokenHash: hashToken(token), expiresAt })
  return { link: `${ctx.runtime.env.appUrl}/invitation/${token}`, endsAt: expiresAt.toISOString() }
}

/**
 * Makes an account that waits for its person.
 * @throws Refusal VALIDATION_FAILED for an e-mail that has an account, an unknown group, or a customer in a group
 */
export const invitePerson = async (
  ctx: Context,
  { groups, ...person }: z.output<typeof InvitePerson>,
): Promise<Invited> => {
  const actor = demandPerson(ctx, 'user.manage')
  if (groups.length > 0 && !isStaffRole(person.role)) {
    throw invalid([{ path: 'groups', message: 'Only staff can be in a group' }])
  }
  return ctx.runtime.db.transaction(async (tx) => {
    if (!(await isActiveAdmin(tx, actor.id))) throw new Refusal('FORBIDDEN')
    if ((await unknownGroups(tx, groups)).length > 0) {
      throw invalid([{ path: 'groups', message: 'One of these groups was deleted; look at the list again' }])
    }
    const userId = await insertInvited(tx, person)
    if (userId === null) throw invalid([{ path: 'email', message: 'This e-mail has an account already' }])
    await setGroups(tx, userId, groups)
    const link = await newLink(ctx, tx, userId)
    await audit(ctx, tx, 'user.invite', `user:${userId}`, { role: person.role, groups })
    return { userId, name: person.name, ...link }
  })
}

/**
 * A new link for somebody who has not come; the one before it ends.
 * @throws Refusal NOT_FOUND, INVITATION_ENDED for somebody who came
 */
export const renewInvitation = (ctx: Context, { userId }: z.output<typeof PersonOnly>): Promise<Invited> =>
  changeAccount(ctx, userId, { isLosingAdmin: () => false }, async (tx, { name }) => {
    if (!(await isWaitedFor(tx, userId)))
      throw new Refusal('INVITATION_ENDED', 'They have set a password already')
    const link = await newLink(ctx, tx, userId)
    await audit(ctx, tx, 'user.invite.renew', `user:${userId}`)
    return { userId, name, ...link }
  })
