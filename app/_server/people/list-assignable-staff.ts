/** The staff, for menus that assign or add somebody. */

import type { z } from 'zod'
import { type StaffMember, selectAssignableStaff } from '@/db/queries/people/staff'
import { STAFF_ROLES } from '@/temporal/contract/auth/actor'
import type { ListAssignableStaff } from '@/temporal/contract/schemas/people'
import { requirePermission, type Verb } from '../auth/context'

/** Staff by name, those whose name or e-mail contains `q`, or who are in `group`. E-mails are not shown. */
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
