import type { z } from 'zod'
import { selectTokens } from '@/db/queries/auth/api-tokens'
import type { ListedToken } from '@/temporal/contract/people/people'
import type { PersonRef } from '@/temporal/contract/schemas/people-request'
import { requirePermission, requireUserSession, type Verb } from '../auth/context'

/** Tokens of the caller that were not revoked, oldest first. Administrators may name another account. */
export const listApiTokens: Verb<Partial<z.output<typeof PersonRef>>, { items: ListedToken[] }> = async (
  ctx,
  { userId },
) => {
  const actor = requireUserSession(ctx, 'token.own')
  if (userId !== undefined && userId !== actor.id) requirePermission(ctx, 'user.manage')
  return { items: await selectTokens(ctx.runtime.db, userId ?? actor.id) }
}
