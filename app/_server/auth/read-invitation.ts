import { selectInvitation } from '@/db/queries/people/invitations'
import type { Role } from '@/temporal/contract/auth/actor'
import type { Context } from './context'
import { hashToken, isInvitationToken } from './tokens'

/** The state of an invitation. The account is disclosed only while the link is open. */
export type InvitationStatus =
  | { state: 'open'; email: string; name: string; role: Role }
  | { state: 'used' | 'ended' | 'unknown' }

/** Looks up an invitation by the token of its link. The link of a banned account is `unknown`. */
export const readInvitation = async (
  { runtime, now }: Pick<Context, 'runtime' | 'now'>,
  token: string,
): Promise<InvitationStatus> => {
  if (!isInvitationToken(token)) return { state: 'unknown' }
  const found = await selectInvitation(runtime.db, hashToken(token))
  if (!found || found.banned) return { state: 'unknown' }
  if (found.acceptedAt) return { state: 'used' }
  if (found.expiresAt <= now) return { state: 'ended' }
  return { state: 'open', email: found.email, name: found.name, role: found.role }
}
