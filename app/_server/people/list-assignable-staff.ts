import type { z } from 'zod'
import { type StaffMember, selectAssignableStaff } from '@/db/queries/people/staff'
import { STAFF_ROLES } from '@/temporal/contract/auth/actor'
import type { ListAssignableStaff } from '@/temporal/contract/schemas/people-request'
import { requirePermission, type Verb } from '../auth/context'

/** Staff sorted by name; `q` matches names and e-mails, `group` ids. The result contains no e-mails. */
export const listAssignableStaff: Verb<
  z.output<typeof ListAssignableStaff>,
  { items: StaffMember[] }
> = async (ctx, { q, group, limit }) => {
  requirePermission(ctx, 'group.read')
  const items = await selectAssignableStaff(ctx.runtime.db, {
    roles: STAFF_ROLES,
    limit,
    ...(q ? { q } : {}),
    ...(group ? { group } : {}),
  })
  return { items }
}
