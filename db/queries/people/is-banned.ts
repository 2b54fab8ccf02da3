/** Who is kept out now. */

import { type SQL, sql } from 'drizzle-orm'
import { user } from '../../schema/auth'

/** True while an account is banned: for good, or until a moment that has not come. */
export const isBanned: SQL<boolean> = sql<boolean>`(${user.banned} and (${user.banExpires} is null or ${user.banExpires} > now()))`

export const isNotBanned: SQL = sql`not ${isBanned}`
