/** The column type of all times outside `auth.ts`: with time zone, read as text. */

import { timestamp } from 'drizzle-orm/pg-core'

export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })
