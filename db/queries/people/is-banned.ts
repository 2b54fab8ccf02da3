/** SQL conditions for banned accounts. */

import { type SQL, sql } from 'drizzle-orm'
import { user } from '../../schema/auth'

/** True while an account is banned: without end, or until a time in the future. */
export const isBanned: SQL<boolean> = sql<boolean>`(${user.banned} and (${user.banExpires} is null or ${user.banExpires} > now()))`

export const isNotBanned: SQL = sql`not ${isBanned}`
