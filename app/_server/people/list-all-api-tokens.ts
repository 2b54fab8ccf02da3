import { type OwnedToken, selectAllTokens } from '@/db/queries/auth/api-tokens'
import { type NoInput, requireUserSession, type Verb } from '../auth/context'

const MAX_LISTED = 500

/** Tokens of all accounts that were not revoked, newest first, 500 at most. */
export const listAllApiTokens: Verb<NoInput, { items: OwnedToken[] }> = async (ctx) => {
  requireUserSession(ctx, 'user.manage')
  return { items: await selectAllTokens(ctx.runtime.db, MAX_LISTED) }
}
