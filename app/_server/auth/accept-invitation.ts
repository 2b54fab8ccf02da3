import { hashPassword } from 'better-auth/crypto'
import type { z } from 'zod'
import { updatePassword } from '@/db/queries/people/accounts'
import { insertAuditEntry } from '@/db/queries/people/audit-log'
import { redeemInvitation } from '@/db/queries/people/invitations'
import type { Role } from '@/temporal/contract/auth/actor'
import { AppError } from '@/temporal/contract/errors'
import { serializeError } from '@/temporal/contract/log-redaction'
import type { AcceptInvitation } from '@/temporal/contract/schemas/people-request'
import { clientAddress } from '../platform/http/client-address'
import { getRateLimiter } from '../platform/http/rate-limiter'
import { RATE_LIMITS } from '../platform/http/rate-limits'
import type { Context, Verb } from './context'
import { getActorCache } from './load-actor'
import { readInvitation } from './read-invitation'
import { signIn } from './sign-in'
import { hashToken } from './tokens'

/** `isSignedIn` is false when the password was set but the sign-in after it failed. */
export interface AcceptedInvitation {
  role: Role
  isSignedIn: boolean
}

/** Never throws: the invitation is already accepted, so an error would be misread as a refusal of it. */
const trySignIn = async (ctx: Context, email: string, password: string): Promise<boolean> => {
  try {
    await signIn(ctx, { email, password })
    return true
  } catch (error) {
    ctx.runtime.log.warn({ cause: serializeError(error) }, 'sign-in after an accepted invitation failed')
    return false
  }
}

/**
 * Sets name and password, marks the invitation as accepted, and signs the person in.
 * @throws AppError INVITATION_ENDED for a link that is not open, RATE_LIMITED
 */
export const acceptInvitation: Verb<z.output<typeof AcceptInvitation>, AcceptedInvitation> = async (
  ctx,
  { token, name, password },
) => {
  const { runtime, http } = ctx
  const address = clientAddress(http?.request ?? new Headers(), runtime.env.trustedProxies)
  if (address !== null)
    await getRateLimiter(runtime).hit(`invitation-address:${address}`, RATE_LIMITS.signInAddress)
  // Checked before the rate limit and the password hash: an unknown token costs one index lookup, no row, no hash.
  const invitation = await readInvitation(ctx, token)
  if (invitation.state !== 'open') throw new AppError('INVITATION_ENDED')
  const tokenHash = hashToken(token)
  await getRateLimiter(runtime).hit(`invitation:${tokenHash}`, RATE_LIMITS.signIn)
  const passwordHash = await hashPassword(password)
  const userId = await runtime.db.transaction(async (tx) => {
    const id = await redeemInvitation(tx, tokenHash, name)
    if (id === null) throw new AppError('INVITATION_ENDED')
    await updatePassword(tx, id, passwordHash)
    await insertAuditEntry(tx, {
      actorId: id,
      actorName: name,
      action: 'user.invite.accept',
      subject: `user:${id}`,
      requestId: ctx.requestId,
    })
    return id
  })
  getActorCache(runtime).invalidate(userId)
  return { role: invitation.role, isSignedIn: await trySignIn(ctx, invitation.email, password) }
}
