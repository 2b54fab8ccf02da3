import { sql } from 'drizzle-orm'
import { cases } from '../../schema/cases'

export const isOpenApproval = sql`${cases.kind} = 'approval' and ${cases.isOpen}`

/** Nobody in the group may decide, so supervisors of any group may. */
export const isOpenedToSupervisors = sql`coalesce(${cases.snapshot} ->> 'supervisorsMayDecide', '') = 'true'`
