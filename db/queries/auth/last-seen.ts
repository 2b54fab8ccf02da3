/** When accounts and tokens were last used; written at most every 5 min each, so that most requests write nothing. */

import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Executor } from '../../client'
import { apiTokens, user } from '../../schema/auth'

const FIVE_MINUTES_AGO = sql`now() - interval '5 minutes'`

export const updateLastSeen = async (db: Executor, userId: string): Promise<void> => {
  await db
    .update(user)
    .set({ lastSeenAt: sql`now()` })
    .where(and(eq(user.id, userId), or(isNull(user.lastSeenAt), lt(user.lastSeenAt, FIVE_MINUTES_AGO))))
}

export const updateLastUsed = async (db: Executor, tokenId: string): Promise<void> => {
  await db
    .update(apiTokens)
    .set({ lastUsedAt: sql`now()` })
    .where(
      and(
        eq(apiTokens.id, tokenId),
        or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, FIVE_MINUTES_AGO)),
      ),
    )
}
