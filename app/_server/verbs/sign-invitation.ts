/** The link of an invitation: what it says, and how its person takes it. */

import { hashPassword } from 'better-auth/crypto'
import type { z } from 'zod'
import { setPassword } from '@/db/queries/accounts'
import { insertAudit } from '@/db/queries/audit'
import { findInvitation, spendInvitation } from '@/db/queries/invitations'
import { Refusal } from '@/temporal/contract/errors'
import type { Role } from '@/temporal/contract/people'
import type { AcceptInvitation } from '@/temporal/contract/schemas/people'
import { clientAddress } from '../http/address'
import type { Context } from '../http/context'
import { limiterOf } from '../http/guard'
import { LIMITS } from '../http/limits'
import { peopleOf } from '../identity/known-people'
import { hashToken, isInvitationToken } from '../identity/tokens'
import { causeOf } from '../log'
import { signIn } from './sign-in'

/** What a link leads to. Only the holder of an open one learns whose it is. */
export type ReadInvitation =
  | { state: 'open'; email: string; name: string; role: Role }
  | { state: 'used' | 'ended' | 'unknown' }

/** What this link is worth now. An account that was banned meanwhile has none. */
export const readInvitation = async (
  { runtime, now }: Pick<Context, 'runtime' | 'now'>,
  token: string,
): Promise<ReadInvitation> => {
  if (!isInvitationToken(token)) return { state: 'unknown' }
  const found = await findInvitation(runtime.db, hashToken(token))
  if (!found || found.banned) return { state: 'unknown' }
  if (found.acceptedAt) return { state: 'used' }
  if (found.expiresAt <= now) return { state: 'ended' }
  return { state: 'open', email: found.email, name: found.name, role: found.role }
}

/** Whoever came: `isSignedIn` is false where the password is set and only the session could not be made. */
export interface Accepted {
  role: Role
  isSignedIn: boolean
}

/** The link is spent by now, so that nothing may be told as a refusal of it. */
const enter = async (ctx: Context, email: string, password: string): Promise<boolean> => {
  try {
    await signIn(ctx, { email, password })
    return true
  } catch (error) {
    ctx.runtime.log.warn({ cause: causeOf(error) }, 'an invited person has to sign in themselves')
    return false
  }
}

/**
 * Sets name and password, uses the link up, and signs the person in.
 * @throws Refusal INVITATION_ENDED for any link that is not open, RATE_LIMITED
 */
export const acceptInvitation = async (
  ctx: Context,
  { token, name, password }: z.output<typeof AcceptInvitation>,
): Promise<Accepted> => {
  const { runtime, http } = ctx
  const address = clientAddress(http?.request ?? new Headers(), runtime.env.trustedProxies)
  if (address !== null) await limiterOf(runtime).hit(`invitation-address:${address}`, LIMITS.signInAddress)
  // Before the counter that is a row, and the costly hash: a link that we never made costs one look at an index.
  const found = await readInvitation(ctx, token)
  if (found.state !== 'open') throw new Refusal('INVITATION_ENDED')
  const tokenHash = hashToken(token)
  await limiterOf(runtime).hit(`invitation:${tokenHash}`, LIMITS.signIn)
  const passwordHash = await hashPassword(password)
  const userId = await runtime.db.transaction(async (tx) => {
    const id = await spendInvitation(tx, tokenHash, name)
    if (id === null) throw new Refusal('INVITATION_ENDED')
    await setPassword(tx, id, passwordHash)
    await insertAudit(tx, {
      actorId: id,
      actorName: name,
      action: 'user.invite.accept',
      subject: `user:${id}`,
      requestId: ctx.requestId,
    })
    return id
  })
  peopleOf(runtime).forget(userId)
  return { role: found.role, isSignedIn: await enter(ctx, found.email, password) }
}
