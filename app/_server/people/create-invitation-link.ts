import type { Transaction } from '@/db/client'
import { upsertInvitation } from '@/db/queries/people/invitations'
import * as paths from '@/temporal/contract/paths'
import { INVITATION_DAYS } from '@/temporal/contract/people/people'
import { DAY_MS } from '@/temporal/contract/time'
import type { Context } from '../auth/context'
import { generateInvitationToken, hashToken } from '../auth/tokens'

/** The only copy of the link: the database stores the hash of its token. `endsAt` is ISO 8601, UTC. */
export interface CreatedInvitation {
  userId: string
  name: string
  link: string
  endsAt: string
}

/** Creates the invitation link of an account; it replaces an earlier link that was not used. */
export const createInvitationLink = async (
  ctx: Context,
  tx: Transaction,
  userId: string,
): Promise<Pick<CreatedInvitation, 'link' | 'endsAt'>> => {
  const token = generateInvitationToken()
  const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * DAY_MS)
  await upsertInvitation(tx, { userId, tokenHash: hashToken(token), expiresAt })
  return { link: ctx.runtime.env.appUrl + paths.invitation(token), endsAt: expiresAt.toISOString() }
}
